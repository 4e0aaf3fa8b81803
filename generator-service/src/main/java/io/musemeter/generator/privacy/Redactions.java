package io.musemeter.generator.privacy;

import io.musemeter.events.InvalidEventException;
import io.musemeter.generator.config.PrivacyConfig;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replacements applied to a text before it is stored or scored.
 *
 * @param rules the replacements, in order
 */
public record Redactions(List<Rule> rules) {
    /** A pattern that does not backtrack looks at a character a few times; one that does, as often as the text is long. */
    private static final long LOOKS_A_CHARACTER = 200;

    private static final long LOOKS = 100_000;

    /** Nothing is replaced. */
    public static final Redactions NONE = new Redactions(List.of());

    /**
     * One replacement.
     *
     * @param pattern what is replaced
     * @param replacement what stands there instead, literally
     */
    public record Rule(Pattern pattern, String replacement) {}

    /** The configured replacements, in the order of their names. */
    public static Redactions of(Map<String, PrivacyConfig.Redaction> rules) {
        return new Redactions(rules.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(rule -> new Rule(rule.getValue().pattern(), rule.getValue().replacement()))
                .toList());
    }

    /**
     * The text with everything replaced.
     *
     * @throws InvalidEventException when a pattern does not come to an end on the text: what cannot be redacted is not kept
     */
    public String apply(String text) {
        String redacted = text;
        for (Rule rule : rules) {
            redacted = apply(rule, redacted);
        }
        return redacted;
    }

    private static String apply(Rule rule, String text) {
        CharSequence counted = new CountedText(text, LOOKS + LOOKS_A_CHARACTER * text.length());
        try {
            return rule.pattern().matcher(counted).replaceAll(Matcher.quoteReplacement(rule.replacement()));
        } catch (CountedText.ExhaustedException | StackOverflowError e) {
            throw new InvalidEventException("text", "cannot be redacted: a pattern does not come to an end on it");
        }
    }
}
