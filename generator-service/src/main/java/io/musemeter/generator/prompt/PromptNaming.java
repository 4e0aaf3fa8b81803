package io.musemeter.generator.prompt;

import io.musemeter.events.Hashes;
import io.musemeter.events.PromptIdentity;
import io.musemeter.events.Source;
import io.musemeter.generator.config.PromptRule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names the prompts of stories that bring only a text: by the first rule that fits, in the order of their names; else by
 * the text's hash when the source is finite, and {@code other} when it is not, for live prompts are without number.
 */
public final class PromptNaming {
    private static final PromptIdentity OTHER = new PromptIdentity("other", "1");
    private static final PromptIdentity UNKNOWN = new PromptIdentity("unknown", "1");

    private final List<Rule> rules;

    private record Rule(PromptTemplate template, PromptIdentity identity) {}

    /** @param rules the rules by prompt id */
    public PromptNaming(Map<String, PromptRule> rules) {
        this.rules = rules.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(rule -> new Rule(
                        PromptTemplate.parse(rule.getValue().template()),
                        new PromptIdentity(rule.getKey(), rule.getValue().version())))
                .toList();
    }

    /** The name of a prompt; {@code unknown} when nothing is known of it. */
    public PromptIdentity identify(@Nullable String text, Source source) {
        if (text == null) {
            return UNKNOWN;
        }
        String stripped = text.strip();
        return rules.stream()
                .filter(rule -> rule.template().matches(stripped))
                .map(Rule::identity)
                .findFirst()
                .orElseGet(() -> source.finite()
                        ? new PromptIdentity("text-" + Hashes.ofText(stripped).substring(0, 12), "1")
                        : OTHER);
    }
}
