package io.musemeter.system.scaling;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast the lag falls that scorers report, no story coming in. A scorer measures its lag every few seconds: what lies
 * between two of its own measurements is exact, whatever the others' measurements are about.
 */
final class LagFall {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private record Reading(long lag, long nanos) {}

    private final ScorerInstance instance;
    private final List<Reading> readings = new ArrayList<>();

    private LagFall(ScorerInstance instance) {
        this.instance = instance;
    }

    /** Stories a second by which the lag of all of them together falls. */
    static double storiesASecond(List<ScorerInstance> instances) {
        List<LagFall> falls = instances.stream().map(LagFall::new).toList();
        await().atMost(LONGEST).pollInterval(Duration.ofMillis(100)).until(() -> {
            for (LagFall fall : falls) {
                fall.read();
            }
            return falls.stream().allMatch(LagFall::known);
        });
        return falls.stream().mapToDouble(LagFall::rate).sum();
    }

    private void read() throws IOException {
        long lag = instance.figures().lag();
        if (!known() && (readings.isEmpty() || readings.get(readings.size() - 1).lag() != lag)) {
            readings.add(new Reading(lag, System.nanoTime()));
        }
    }

    /** Nobody knows how old the first one was. */
    private boolean known() {
        return readings.size() == 3;
    }

    private double rate() {
        Reading from = readings.get(1);
        Reading to = readings.get(2);
        return (from.lag() - to.lag()) / ((to.nanos() - from.nanos()) / 1e9);
    }
}
