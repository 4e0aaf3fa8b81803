package io.musemeter.generator.prompt;

import io.musemeter.events.Hashes;
import io.musemeter.events.PromptIdentity;
import io.musemeter.events.Source;
import io.musemeter.generator.config.PromptRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Names the prompts of stories. Of those that bring a name, live ones keep it while there are few: a sender that makes up a
 * name for each message is grouped as {@code other}. Names the prompts of stories that bring only a text: by the first rule that fits, in the order of their names; else by
 * the text's hash when the source is finite, and {@code other} when it is not, for live prompts are without number.
 */
public final class PromptNaming {
    private static final PromptIdentity OTHER = new PromptIdentity("other", "1");
    private static final PromptIdentity UNKNOWN = new PromptIdentity("unknown", "1");

    private static final int MOST_LIVE = 200;

    private final List<Rule> rules;
    private final int mostLive;
    private final Runnable beyond;
    private final Set<PromptIdentity> live = ConcurrentHashMap.newKeySet();

    private record Rule(PromptTemplate template, PromptIdentity identity) {}

    /** @param rules the rules by prompt id */
    public PromptNaming(Map<String, PromptRule> rules) {
        this(rules, MOST_LIVE, () -> {});
    }

    /**
     * @param rules the rules by prompt id
     * @param mostLive most names, each with its version, that live stories keep; those of rules are not counted
     * @param beyond called for each live story whose name is not kept
     */
    public PromptNaming(Map<String, PromptRule> rules, int mostLive, Runnable beyond) {
        this.mostLive = mostLive;
        this.beyond = beyond;
        this.rules = rules.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(rule -> new Rule(
                        PromptTemplate.parse(rule.getValue().template()),
                        new PromptIdentity(rule.getKey(), rule.getValue().version())))
                .toList();
    }

    /** The name that a story brings, or {@code other} for a live one beyond the number that is kept. */
    public PromptIdentity keep(PromptIdentity named, Source source) {
        if (source.finite() || live.contains(named) || configured(named) || admitted(named)) {
            return named;
        }
        beyond.run();
        return OTHER;
    }

    private boolean configured(PromptIdentity named) {
        return rules.stream().anyMatch(rule -> rule.identity().equals(named));
    }

    /** The first to come are kept: which they are never changes while the service runs. */
    private synchronized boolean admitted(PromptIdentity named) {
        return live.contains(named) || (live.size() < mostLive && live.add(named));
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
