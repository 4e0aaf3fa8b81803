package io.musemeter.aggregator.metrics;

import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.musemeter.events.correlation.Change;
import io.musemeter.events.correlation.Change.Kind;
import io.musemeter.events.correlation.Evidence;
import io.musemeter.events.correlation.OverTime;
import io.musemeter.events.correlation.Sequence;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The samples of what is known of a series over all its time: once a series, whatever the window. */
final class OverTimeGauges {
    /** Of another model or serving system. */
    private static final String NO_DIRECTION = "none";

    /** Samples of one series at most: three of the sequence, the epoch, four of the evidence, three of each kind of change. */
    static final int SAMPLES = 8 + 3 * Kind.values().length;

    private OverTimeGauges() {}

    /** The names with their descriptions. */
    static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("musemeter.temperature.sequence", "Slope since the present epoch began");
        names.put("musemeter.temperature.sequence.low", "Lower end of its 95 % interval, which holds at any time");
        names.put("musemeter.temperature.sequence.high", "Upper end of its 95 % interval, which holds at any time");
        names.put("musemeter.series.epoch.timestamp.seconds", "Begin of the present epoch, seconds since 1970");
        names.put(
                "musemeter.evidence.log.e", "Natural logarithm of the e-value for an effect; ln 20 is enough for one");
        names.put("musemeter.evidence.panes", "Closed panes that the evidence rests on");
        names.put("musemeter.evidence.discovered", "1 for a discovery among all series by e-BH");
        names.put("musemeter.evidence.since.timestamp.seconds", "Since when the evidence is enough for one series");
        names.put("musemeter.series.changes", "Changes known of the series, by kind");
        names.put("musemeter.series.change.timestamp.seconds", "Latest change, by kind, seconds since 1970");
        names.put("musemeter.series.swap.info", "1 for what answered or was compared with since the latest change");
        return names;
    }

    /** Adds the samples of a series; {@code tags} are without its window. */
    static void add(Rows rows, Tags tags, boolean logarithmic, OverTime known, FirstValues swaps) {
        Sequence sequence = known.sequence();
        if (sequence != null) {
            Tags scaled = tags.and("scale", logarithmic ? "log" : "linear").and("guarantee", sequence.guarantee());
            rows.add("musemeter.temperature.sequence", scaled, sequence.estimate());
            rows.add("musemeter.temperature.sequence.low", scaled, sequence.low());
            rows.add("musemeter.temperature.sequence.high", scaled, sequence.high());
            rows.add(
                    "musemeter.series.epoch.timestamp.seconds",
                    tags.and("reason", sequence.reason()),
                    seconds(sequence.since()));
        }
        Evidence evidence = known.evidence();
        if (evidence != null) {
            rows.add("musemeter.evidence.log.e", tags, evidence.logE());
            rows.add("musemeter.evidence.panes", tags, evidence.panes());
            rows.add(
                    "musemeter.evidence.discovered",
                    tags,
                    evidence.discovered() == null ? null : evidence.discovered() ? 1 : 0);
            rows.add("musemeter.evidence.since.timestamp.seconds", tags, seconds(evidence.since()));
        }
        for (Kind kind : Kind.values()) {
            changes(rows, tags.and("kind", kind.text()), changesOf(known, kind), swaps);
        }
    }

    private static void changes(Rows rows, Tags tags, List<Change> changes, FirstValues swaps) {
        rows.add("musemeter.series.changes", tags, changes.size());
        if (!changes.isEmpty()) {
            Change latest = changes.get(changes.size() - 1);
            String direction = latest.direction();
            rows.add(
                    "musemeter.series.change.timestamp.seconds",
                    tags.and("direction", direction == null ? NO_DIRECTION : direction),
                    seconds(latest.at()));
            if (latest.to() != null) {
                rows.add("musemeter.series.swap.info", tags.and(Tag.of("to", swaps.keep(latest.to()))), 1);
            }
        }
    }

    private static List<Change> changesOf(OverTime known, Kind kind) {
        return known.changes().stream().filter(change -> change.kind() == kind).toList();
    }

    private static @Nullable Double seconds(@Nullable Instant at) {
        return at == null ? null : at.toEpochMilli() / 1000.0;
    }
}
