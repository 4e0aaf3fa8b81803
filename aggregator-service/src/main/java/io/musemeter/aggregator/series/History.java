package io.musemeter.aggregator.series;

import io.musemeter.aggregator.state.StateKey;
import io.musemeter.aggregator.state.StateLog;
import io.musemeter.events.Source;
import io.musemeter.statistics.Answer;
import io.musemeter.statistics.cell.AssignedScores;
import io.musemeter.statistics.cell.CellOutcome;
import io.musemeter.statistics.cell.MetricScale;
import io.musemeter.statistics.effect.Selection;
import io.musemeter.statistics.effect.Slope;
import io.musemeter.statistics.effect.TemperatureSample;
import io.musemeter.statistics.sequence.AsymptoticSequence;
import io.musemeter.statistics.sequence.BoundedSlope;
import io.musemeter.statistics.sequence.ConfidenceInterval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What is known of a series over all its time, whatever the window. */
public final class History {
    private static final double LEVEL = 0.95;
    private static final long TIGHTEST_AT = 2_000;

    private final Source source;
    private final MetricScale scale;
    private final Models models;
    private final Epochs epochs;
    private final AssignedSpan assigned;
    private final @Nullable Days days;
    private @Nullable Answer<Sequence> sequence;

    History(String seriesId, Source source, MetricScale scale) {
        this.source = source;
        this.scale = scale;
        this.models = new Models(seriesId);
        this.epochs = new Epochs(seriesId, scale, models);
        this.assigned = new AssignedSpan(seriesId, scale);
        this.days = source.finite() ? null : new Days(seriesId, scale);
    }

    /**
     * A confidence sequence of the slope at this moment.
     *
     * @param interval the interval
     * @param sinceMillis event time of the epoch's first score
     * @param began why the epoch began
     */
    public record Sequence(ConfidenceInterval interval, long sinceMillis, Began began) {}

    /** Why an epoch began. */
    public enum Began {
        /** With the series. */
        WITH_SERIES,
        /** Another model answered. */
        RESPONSE_MODEL,
        /** Another exemplar is compared with. */
        EXEMPLAR
    }

    /** What may be exchanged behind a series. */
    public enum Exchanged {
        /** The model that says it answered. */
        RESPONSE_MODEL,
        /** The provider's fingerprint of its serving system. */
        FINGERPRINT,
        /** The exemplar that stories are compared with. */
        EXEMPLAR
    }

    /**
     * Another model or serving system behind the same name, or another exemplar.
     *
     * @param what what is another
     * @param atMillis event time of the first score
     * @param name the new one
     */
    public record Switch(Exchanged what, long atMillis, String name) {}

    /**
     * The slope's confidence sequence over the present epoch: non-asymptotic where temperature was assigned at random and the metric
     * is bounded, else asymptotic.
     */
    public Answer<Sequence> sequence() {
        Answer<Sequence> known = sequence;
        if (known == null) {
            known = compute();
            sequence = known;
        }
        return known;
    }

    /** What closed days have shown; none of a finite source, whose event times are no order. */
    public Optional<Findings> findings() {
        return days == null ? Optional.empty() : Optional.of(days.findings());
    }

    /** How many response models and exemplars the days may be of that the evidence rests on; at least 1. */
    public int epochsOfEvidence() {
        OptionalLong end = findings().map(Findings::untilMillis).orElse(OptionalLong.empty());
        return end.isEmpty() ? 1 : epochs.between(Long.MIN_VALUE, end.getAsLong() - 1);
    }

    /** How many response models and exemplars the stories of {@link #assigned} may be of; at least 1. */
    public int epochsOfAssigned() {
        return epochs.between(assigned.since(), assigned.until());
    }

    /** Other models, serving systems and exemplars than the first, earliest first. */
    public List<Switch> switches() {
        List<Switch> all = new ArrayList<>();
        for (Exchanged what : Exchanged.values()) {
            List<Models.Seen> named = models.latestFirst(seenAs(what)).stream()
                    .filter(seen -> !seen.name().equals(Models.UNNAMED))
                    .toList();
            // The first of them is what the series began with.
            named.subList(0, Math.max(0, named.size() - 1))
                    .forEach(seen -> all.add(new Switch(what, seen.firstMillis(), seen.name())));
        }
        all.sort(Comparator.comparingLong(Switch::atMillis).thenComparing(Switch::name));
        return all;
    }

    /** Scores of stories whose temperature was assigned at random. */
    public AssignedScores assigned() {
        return assigned.scores();
    }

    /** Whether each of these stories was truncated: 1 or 0. */
    public AssignedScores assignedTruncations() {
        return assigned.truncations();
    }

    /** Event time of the first such story, in milliseconds since 1970. */
    public long assignedSinceMillis() {
        return assigned.since();
    }

    /** Event time of the last such story, in milliseconds since 1970. */
    public long assignedUntilMillis() {
        return assigned.until();
    }

    void add(Observed observed) {
        models.see(Models.What.RESPONSE_MODEL, observed.score().responseModel(), observed.timeMillis());
        models.see(Models.What.FINGERPRINT, observed.score().fingerprint(), observed.timeMillis());
        models.see(Models.What.EXEMPLAR, observed.score().exemplarHash(), observed.timeMillis());
        epochs.add(observed);
        assigned.add(observed);
        if (days != null) {
            days.add(observed);
        }
        sequence = null;
    }

    void replace(CellOutcome.Unscored earlier, Observed later) {
        epochs.add(later);
        assigned.replace(later.temperature(), earlier, later);
        if (days != null) {
            days.replace(later.temperature(), earlier, later.outcome(), later.timeMillis());
        }
        sequence = null;
    }

    /** Scores before this time are late from now on. */
    void close(long horizonMillis) {
        if (!source.finite()) {
            epochs.close(horizonMillis);
        }
        if (days != null) {
            days.close(horizonMillis);
        }
    }

    void writeChanges(StateLog log) {
        models.writeChanges(log);
        epochs.writeChanges(log);
        assigned.writeChanges(log);
        if (days != null) {
            days.writeChanges(log);
        }
    }

    void remove(StateLog log) {
        models.remove(log);
        epochs.remove(log);
        assigned.remove(log);
        if (days != null) {
            days.remove(log);
        }
    }

    void read(StateKey piece, byte[] value) {
        switch (piece.kind()) {
            case MODELS -> models.read(value);
            case EPOCH -> epochs.read(value);
            case ASSIGNED -> assigned.read(value);
            default -> {
                if (days != null) {
                    readDays(days, piece, value);
                }
            }
        }
    }

    private static void readDays(Days days, StateKey piece, byte[] value) {
        switch (piece.kind()) {
            case DAY -> days.read(piece, value);
            case EVIDENCE -> days.findings().readEvidence(value);
            case WATCH -> days.findings().readWatch(value);
            default -> throw new IllegalArgumentException("history: no piece of kind " + piece.kind());
        }
    }

    private static Models.What seenAs(Exchanged what) {
        return switch (what) {
            case RESPONSE_MODEL -> Models.What.RESPONSE_MODEL;
            case FINGERPRINT -> Models.What.FINGERPRINT;
            case EXEMPLAR -> Models.What.EXEMPLAR;
        };
    }

    private Answer<Sequence> compute() {
        Epoch epoch = epochs.latest();
        if (epoch == null) {
            return Answer.unknown(
                    Answer.Reason.NO_DATA,
                    epochs.begun() ? "the scores of the present epoch are not all kept" : "nothing was scored");
        }
        TemperatureSample sample = TemperatureSample.of(epoch.cells(), Selection.headline());
        // Sweeps and studies are randomised in blocks.
        boolean randomised = source instanceof Source.Sweep || source instanceof Source.Study || epoch.assigned();
        Answer<ConfidenceInterval> interval = randomised && !scale.logarithmic()
                ? BoundedSlope.of(sample, scale.low(), scale.high(), 1 - LEVEL)
                : Slope.of(sample, LEVEL)
                        .then(slope -> AsymptoticSequence.at(slope, sample.stories(), 1 - LEVEL, TIGHTEST_AT));
        return interval.map(now -> new Sequence(now, epochs.since(), epochs.began()));
    }
}
