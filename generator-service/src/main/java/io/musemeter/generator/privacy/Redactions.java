package io.musemeter.generator.privacy;

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

    /** The text with everything replaced. */
    public String apply(String text) {
        String redacted = text;
        for (Rule rule : rules) {
            redacted = rule.pattern().matcher(redacted).replaceAll(Matcher.quoteReplacement(rule.replacement()));
        }
        return redacted;
    }
}
