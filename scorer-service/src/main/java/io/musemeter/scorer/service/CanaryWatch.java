package io.musemeter.scorer.service;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.musemeter.scorer.judge.Canary;
import io.musemeter.scorer.judge.CanaryRound;
import io.musemeter.scorer.judge.JudgeFamily;
import io.musemeter.scorer.metric.NotNowException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Has the canaries judged now and then by one instance of all, and publishes the marks, how far they lie from what a fit
 * judge gives, and how far from the first that each got.
 */
final class CanaryWatch implements Runnable {
    private static final Logger LOG = Logger.getLogger(CanaryWatch.class);
    private static final CanaryRound NONE = new CanaryRound(Map.of());
    private static final Duration LONGEST_TICK = Duration.ofSeconds(5);
    /** Less may be a judge that is of two minds; drifts of half a mark show in Prometheus, where there are many rounds. */
    private static final double SHIFTED = 0.75;

    private final JudgeFamily judge;
    private final BooleanSupplier owner;
    private final Duration interval;
    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Counter drifts;
    private volatile CanaryRound last = NONE;
    private volatile CanaryRound first = NONE;
    private volatile double answered = Double.NaN;

    /**
     * @param owner whether this instance is the one that asks
     * @param interval from one round to the next
     */
    CanaryWatch(JudgeFamily judge, BooleanSupplier owner, Duration interval, Clock clock, MeterRegistry registry) {
        this.judge = judge;
        this.owner = owner;
        this.interval = interval;
        this.clock = clock;
        for (Canary canary : Canary.ALL) {
            Gauge.builder(
                            "musemeter.scorer.judge.canary.mark",
                            () -> last.marks().getOrDefault(canary, Double.NaN))
                    .description("Mark of a story of known marks in the last round; NaN where there was no answer")
                    .tags("canary", canary.name(), "question", canary.question().field())
                    .register(registry);
        }
        gauge(
                registry,
                "miss",
                "Greatest distance of a canary's mark from its expected range in the last round",
                () -> last.miss());
        gauge(
                registry,
                "shift",
                "Greatest distance of a canary's mark from that of the first round",
                () -> last.shift(first));
        Gauge.builder("musemeter.scorer.judge.canary.answered.timestamp", () -> answered)
                .description("When canaries were last answered, since 1970")
                .baseUnit("seconds")
                .register(registry);
        this.drifts = Counter.builder("musemeter.scorer.judge.canary.drifts")
                .description(
                        "Rounds in which a canary's mark lay outside its expected range or far from that of the first"
                                + " round: the judge has drifted, or was never fit")
                .register(registry);
    }

    /** Makes {@link #run} end soon. */
    void stop() {
        stopped.countDown();
    }

    @Override
    public void run() {
        Duration tick = interval.compareTo(LONGEST_TICK) < 0 ? interval : LONGEST_TICK;
        Instant due = Instant.MIN;
        try {
            do {
                if (!owner.getAsBoolean()) {
                    // Another asks now, and what was said here is old.
                    last = NONE;
                    due = Instant.MIN;
                } else if (!clock.instant().isBefore(due)) {
                    last = round();
                    due = clock.instant().plus(interval);
                }
            } while (!stopped.await(tick.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private CanaryRound round() {
        CanaryRound round;
        try {
            round = CanaryRound.of(Canary.ALL, judge::judgeCanary);
        } catch (NotNowException e) {
            LOG.warnf("canaries were not judged: %s", e.getMessage());
            return NONE;
        }
        if (round.marks().isEmpty()) {
            return round;
        }
        answered = clock.millis() / 1_000.0;
        first = firstMarks(first, round);
        double miss = round.miss().orElse(0);
        double shift = round.shift(first).orElse(0);
        if (miss > 0 || shift >= SHIFTED) {
            drifts.increment();
            LOG.warnf("the judge misses canaries by up to %.2f marks and has moved by up to %.2f", miss, shift);
        }
        return round;
    }

    /** Of each canary its first mark: a round that was answered in part does not forget the one before. */
    private static CanaryRound firstMarks(CanaryRound first, CanaryRound later) {
        Map<Canary, Double> marks = new HashMap<>(later.marks());
        marks.putAll(first.marks());
        return new CanaryRound(marks);
    }

    private static void gauge(MeterRegistry registry, String name, String description, Supplier<OptionalDouble> value) {
        Gauge.builder("musemeter.scorer.judge.canary." + name, () -> value.get().orElse(Double.NaN))
                .description(description + ", in marks; NaN where there was no answer")
                .register(registry);
    }
}
