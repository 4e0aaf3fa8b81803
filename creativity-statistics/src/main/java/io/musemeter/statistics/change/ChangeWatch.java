package io.musemeter.statistics.change;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.cell.SeriesCells;
import io.musemeter.statistics.cell.Temperature;
import io.musemeter.statistics.cell.TemperatureBuckets;
import io.musemeter.statistics.effect.Selection;
import io.musemeter.statistics.effect.Slope;
import io.musemeter.statistics.effect.TemperatureSample;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Watches the level and the relation of one series pane by pane: first panes are collected as a reference, then each further pane
 * is compared with it. After an alarm a new reference is collected, so that what changed becomes the new normal.
 *
 * @param reference scores of the reference
 * @param panes panes in the reference
 * @param complete whether the reference is complete
 * @param level detector of the level at equal temperature
 * @param relation detector of the slope
 */
public record ChangeWatch(
        SeriesCells reference, int panes, boolean complete, MeanDetector level, MeanDetector relation) {

    /** Series that share one false alarm in {@link #PANES_A_YEAR} panes. */
    public static final int SERIES_WATCHED = 100;

    /** Panes between two false alarms over all series watched, at least, on average: a year of days. */
    public static final int PANES_A_YEAR = 365;

    private static final int REFERENCE_PANES = 7;
    private static final int MOST_REFERENCE_PANES = 28;
    private static final long REFERENCE_STORIES = 200;
    private static final double LEVEL = 0.95;

    /**
     * Nothing seen yet.
     *
     * @param empty cells on the metric's scale, without a score
     */
    public static ChangeWatch start(SeriesCells empty) {
        MeanDetector fresh = MeanDetector.start((double) PANES_A_YEAR * SERIES_WATCHED, 0);
        return new ChangeWatch(empty, 0, false, fresh, fresh);
    }

    /**
     * What one pane led to.
     *
     * @param watch the watch from here on
     * @param level alarm of the level, if any
     * @param relation alarm of the relation, if any
     */
    public record Step(ChangeWatch watch, MeanDetector.@Nullable Alarm level, MeanDetector.@Nullable Alarm relation) {}

    /**
     * The watch after one more pane, which must have no score in common with any other.
     *
     * @param pane scores of the pane
     * @param selection which of them count
     */
    public Step next(SeriesCells pane, Selection selection) {
        if (!complete) {
            SeriesCells grown = reference.copy();
            grown.merge(pane);
            return new Step(new ChangeWatch(grown, panes + 1, enough(grown, panes + 1), level, relation), null, null);
        }
        // Temperatures of a series that has many are in buckets, sooner in the one than in the other.
        boolean buckets = reference.bucketedTemperatures() || pane.bucketedTemperatures();
        Selection same = buckets ? inBuckets(selection, pane) : selection;
        TemperatureSample then = TemperatureSample.of(buckets ? reference.inBuckets() : reference, same);
        TemperatureSample now = TemperatureSample.of(buckets ? pane.inBuckets() : pane, same);
        double tolerance = then.n() == 0 || now.n() == 0
                ? 0
                : ReferenceTolerance.of(now.stories(), then.stories(), SERIES_WATCHED);
        MeanDetector.Step levelStep = step(level, tolerance, LevelShift.of(then.cells(), now.cells()));
        MeanDetector.Step relationStep = step(relation, tolerance, relation(then, now));
        if (levelStep.alarm() != null || relationStep.alarm() != null) {
            SeriesCells empty = new SeriesCells(reference.scale(), 1);
            return new Step(start(empty), levelStep.alarm(), relationStep.alarm());
        }
        return new Step(
                new ChangeWatch(reference, panes, true, levelStep.detector(), relationStep.detector()), null, null);
    }

    /** The buckets that hold a selected temperature of a pane. */
    private static Selection inBuckets(Selection selection, SeriesCells pane) {
        if (pane.bucketedTemperatures()) {
            return selection;
        }
        Set<Temperature> buckets = pane.cells().keySet().stream()
                .filter(selection.temperatures())
                .map(TemperatureBuckets::bucketOf)
                .collect(Collectors.toSet());
        return new Selection(buckets::contains, selection.truncatedStories());
    }

    private static MeanDetector.Step step(MeanDetector detector, double tolerance, Answer<Double> shift) {
        // A pane that cannot be compared says nothing, for or against.
        return shift.fold(
                z -> detector.tolerating(tolerance).next(z), unknown -> new MeanDetector.Step(detector, null));
    }

    private static Answer<Double> relation(TemperatureSample then, TemperatureSample now) {
        Answer<Estimate> before = Slope.of(then, LEVEL);
        return before.then(b -> Slope.of(now, LEVEL).map(n -> RelationShift.of(b, n)));
    }

    private static boolean enough(SeriesCells reference, int panes) {
        TemperatureSample sample = TemperatureSample.of(reference, Selection.headline());
        return panes >= MOST_REFERENCE_PANES
                || (panes >= REFERENCE_PANES
                        && sample.cells().stream().allMatch(cell -> cell.effectiveCount() >= REFERENCE_STORIES));
    }
}
