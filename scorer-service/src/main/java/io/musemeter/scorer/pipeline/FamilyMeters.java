package io.musemeter.scorer.pipeline;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.UnscorableReason;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What one family counts and measures. Every label's value comes from an enumeration; {@code purpose} keeps a re-scoring, which
 * reads the log in a group of its own, out of the figures of live scoring.
 */
public final class FamilyMeters {
    private static final Duration[] BUCKETS =
            List.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 30_000).stream()
                    .map(Duration::ofMillis)
                    .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final Tags labels;
    private final Map<StoryFate, Counter> stories;
    private final Map<UnscorableReason, Counter> unscorable;
    private final Counter scored;
    private final Counter failed;
    private final Counter interrupted;
    private final Timer scoring;
    private final Set<String> measured = ConcurrentHashMap.newKeySet();
    private final Map<Integer, Long> lagByConsumer = new ConcurrentHashMap<>();
    private final Map<Integer, Long> partitionsByConsumer = new ConcurrentHashMap<>();

    /**
     * Registers the family's meters, so that they are there from the start, at 0.
     *
     * @param again whether stories are scored again, and not as they come
     */
    public FamilyMeters(MeterRegistry registry, FamilyName family, boolean again) {
        this.registry = registry;
        labels = Tags.of("family", family.text(), "purpose", again ? "rescore" : "live");
        Tags common = labels;
        stories = perConstant(
                StoryFate.class,
                fate -> Counter.builder("musemeter.scorer.stories")
                        .description("Records of the stories topic that were handled")
                        .tags(common.and("fate", fate.text()))
                        .register(registry));
        unscorable = perConstant(
                UnscorableReason.class,
                reason -> scores(registry, common, "unscorable", reason.name().toLowerCase(Locale.ROOT)));
        scored = scores(registry, common, "scored", "none");
        failed = scores(registry, common, "failed", "none");
        interrupted = Counter.builder("musemeter.scorer.batches.interrupted")
                .description(
                        "Batches of stories that will be delivered again because Kafka did not take their scores or a"
                                + " story could not be scored for now")
                .tags(common)
                .register(registry);
        scoring = Timer.builder("musemeter.scorer.scoring")
                .description("Time to compute all of a family's scores for one story")
                .tags(common)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    void story(StoryFate fate) {
        at(stories, fate).increment();
    }

    void score(ScoreOutcome outcome) {
        if (outcome instanceof ScoreOutcome.Unscorable why) {
            at(unscorable, why.reason()).increment();
        } else if (outcome instanceof ScoreOutcome.Failed) {
            failed.increment();
        } else {
            scored.increment();
        }
    }

    void scored(Duration time) {
        scoring.record(time);
    }

    void batchInterrupted() {
        interrupted.increment();
    }

    void lag(int consumer, long records) {
        lagByConsumer.put(consumer, records);
        gauge("musemeter.scorer.lag", "Stories in this instance's partitions that wait to be scored", lagByConsumer);
    }

    void partitions(int consumer, long assigned) {
        partitionsByConsumer.put(consumer, assigned);
        gauge(
                "musemeter.scorer.partitions",
                "Partitions of the stories topic that this instance scores",
                partitionsByConsumer);
    }

    /** Registered with the first value: until then there is no sample, where a NaN would spoil every sum. */
    private void gauge(String name, String description, Map<Integer, Long> byConsumer) {
        if (measured.add(name)) {
            Gauge.builder(name, byConsumer, FamilyMeters::sum)
                    .description(description)
                    .tags(labels)
                    .register(registry);
        }
    }

    private static Counter scores(MeterRegistry registry, Tags labels, String outcome, String reason) {
        return Counter.builder("musemeter.scorer.scores")
                .description("Scores that were computed, by what they came to")
                .tags(labels.and("outcome", outcome, "reason", reason))
                .register(registry);
    }

    private static double sum(Map<Integer, Long> byConsumer) {
        return byConsumer.values().stream().mapToLong(Long::longValue).sum();
    }

    private static <E extends Enum<E>> Map<E, Counter> perConstant(Class<E> type, Function<E, Counter> counter) {
        return Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(
                        Function.identity(), counter, (first, second) -> first, () -> new EnumMap<>(type)));
    }

    private static <E extends Enum<E>> Counter at(Map<E, Counter> counters, E constant) {
        Counter counter = counters.get(constant);
        if (counter == null) {
            throw new IllegalStateException("no counter for " + constant);
        }
        return counter;
    }
}
