package io.musemeter.scorer.service;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.musemeter.scorer.judge.Canary;
import io.musemeter.scorer.judge.JudgeFamily;
import io.musemeter.scorer.judge.Marks;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Has the canaries judged now and then, and publishes how far the marks lie from what a fit judge gives. */
final class CanaryWatch implements Runnable {
    private static final Logger LOG = Logger.getLogger(CanaryWatch.class);

    private final JudgeFamily judge;
    private final Duration interval;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Counter drifts;
    private volatile double worst = Double.NaN;

    CanaryWatch(JudgeFamily judge, Duration interval, MeterRegistry registry) {
        this.judge = judge;
        this.interval = interval;
        Gauge.builder("musemeter.scorer.judge.canary.miss", () -> worst)
                .description("Greatest distance of a canary's mark from its expected range in the last round, in marks")
                .register(registry);
        this.drifts = Counter.builder("musemeter.scorer.judge.canary.drifts")
                .description(
                        "Rounds in which a canary's mark lay outside its expected range: the judge has drifted, or was never fit")
                .register(registry);
    }

    /** Makes {@link #run} end soon. */
    void stop() {
        stopped.countDown();
    }

    @Override
    public void run() {
        try {
            do {
                watch(Canary.ALL).ifPresent(miss -> worst = miss);
            } while (!stopped.await(interval.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private OptionalDouble watch(List<Canary> canaries) {
        Map<String, Optional<Marks>> marks = new HashMap<>();
        try {
            canaries.forEach(canary -> marks.computeIfAbsent(canary.story(), judge::judgeCanary));
        } catch (IllegalStateException e) {
            LOG.warnf("canaries were not judged: %s", e.getMessage());
            return OptionalDouble.empty();
        }
        OptionalDouble miss = canaries.stream()
                .flatMap(canary -> marks
                        .getOrDefault(canary.story(), Optional.empty())
                        .flatMap(given -> given.on(canary.question()))
                        .map(canary::miss)
                        .stream())
                .mapToDouble(Double::doubleValue)
                .max();
        if (miss.isPresent() && miss.getAsDouble() > 0) {
            drifts.increment();
            LOG.warnf("the judge misses canaries by up to %.2f marks", miss.getAsDouble());
        }
        return miss;
    }
}
