package io.musemeter.aggregator.view;

import io.musemeter.events.EventJson;
import io.musemeter.events.correlation.Correlation;
import io.musemeter.events.correlation.StoryCount;
import io.musemeter.events.correlation.StoryGroup;
import io.musemeter.events.correlation.Window;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The answers of all instances in memory, so that any of them answers for all series. Expected stories are joined in, and the
 * series of one window are judged together. Safe for use by several threads.
 */
public final class CorrelationView {
    /** How far a count may be ahead of the answer it belongs to. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final Duration FRESH = Duration.ofMillis(500);

    private final Map<String, Correlation> answers = new TreeMap<>();
    private final StoryCounts counts = new StoryCounts();
    private final Clock clock;
    private long version;
    private @Nullable Snapshot snapshot;

    /**
     * @param clock the wall clock
     */
    public CorrelationView(Clock clock) {
        this.clock = clock;
    }

    /**
     * The answers at one moment.
     *
     * @param version grows with every change of the view
     * @param takenMillis when it was taken
     * @param correlations by series and window
     */
    public record Snapshot(long version, long takenMillis, List<Correlation> correlations) {
        /** Copies the list. */
        public Snapshot {
            correlations = List.copyOf(correlations);
        }
    }

    /** Takes a record of topic {@code correlations}; null drops the answer. */
    public synchronized void correlation(String key, byte @Nullable [] value) {
        if (value == null) {
            answers.remove(key);
        } else {
            answers.put(key, EventJson.read(value, Correlation.class));
        }
        version++;
    }

    /** Takes a record of topic {@code story-counts}; null drops the count. */
    public synchronized void storyCount(String key, byte @Nullable [] value) {
        if (value == null) {
            counts.remove(key);
        } else {
            counts.put(EventJson.read(value, StoryCount.class));
        }
        version++;
    }

    /** Grows with every change. */
    public synchronized long version() {
        return version;
    }

    /** Number of answers. */
    public synchronized int size() {
        return answers.size();
    }

    /** All answers, joined and judged; at most half a second old. */
    public synchronized Snapshot snapshot() {
        long now = clock.millis();
        Snapshot latest = snapshot;
        if (latest == null || (latest.version() != version && latest.takenMillis() + FRESH.toMillis() <= now)) {
            List<Correlation> joined = new ArrayList<>(answers.size());
            answers.values().forEach(answer -> joined.add(joined(answer, now)));
            latest = new Snapshot(version, now, Discoveries.together(Judging.together(joined)));
            snapshot = latest;
        }
        return latest;
    }

    private Correlation joined(Correlation answer, long now) {
        String groupId = StoryGroup.of(answer.series()).groupId();
        if (!counts.knows(groupId)) {
            return answer;
        }
        Window window = answer.window();
        long end = answer.series().source().finite()
                ? answer.asOf().toEpochMilli()
                : Math.max(answer.asOf().toEpochMilli(), now - GRACE.toMillis());
        return Expectation.join(answer, counts.since(groupId, window, window.oldestPane(end)));
    }
}
