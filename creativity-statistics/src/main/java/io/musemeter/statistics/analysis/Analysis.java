package io.musemeter.statistics.analysis;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.effect.CellMoments;
import io.musemeter.statistics.effect.LengthAdjustedSlope;
import io.musemeter.statistics.effect.Spearman;
import io.musemeter.statistics.multiplicity.HeadlineTests;
import io.musemeter.statistics.verdict.Evidence;
import io.musemeter.statistics.verdict.Verdict;
import io.musemeter.statistics.verdict.VerdictTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Everything that one series in one window says about temperature. The headline figures leave out T up to 0.01 and, unless
 * configured otherwise, truncated stories; {@code cells} and {@code missingness} show every temperature.
 *
 * @param config what was asked
 * @param logarithmic whether {@code slope} and {@code designStandardised} are on the natural logarithm of the metric
 * @param n scores behind the headline
 * @param distinctTemperatures temperatures behind the headline
 * @param lowestTemperature the lowest of them, as text; "-" when there is none
 * @param binnedValues whether rank statistics rest on bins of values
 * @param bucketedTemperatures whether temperatures are in buckets ("binned in T")
 * @param slope change per 1.0 of temperature: the headline
 * @param slopeWithTruncated the same with truncated stories
 * @param slopeWithExemplarArm the same with T up to 0.01
 * @param slopeAtOneLength the same among stories of one length
 * @param pearson Pearson's r under this design
 * @param spearman Spearman's rho under this design
 * @param rhoBound where rho of the unbinned values lies
 * @param kendall Kendall's tau-b
 * @param somers Somers' D of value given temperature
 * @param designStandardised r under the configured design
 * @param omegaSquared share of variance explained
 * @param margin slopes within plus or minus this much do not matter
 * @param shape whether a line will do, where the curve levels off, whether it turns
 * @param leaveOneOut the headline slope without each of its temperatures
 * @param missingness what could not be scored
 * @param cells every temperature
 */
public record Analysis(
        AnalysisConfig config,
        boolean logarithmic,
        long n,
        int distinctTemperatures,
        String lowestTemperature,
        boolean binnedValues,
        boolean bucketedTemperatures,
        Answer<Estimate> slope,
        Answer<Estimate> slopeWithTruncated,
        Answer<Estimate> slopeWithExemplarArm,
        Answer<LengthAdjustedSlope> slopeAtOneLength,
        Answer<Estimate> pearson,
        Answer<Estimate> spearman,
        Answer<Spearman.RhoBound> rhoBound,
        Answer<Estimate> kendall,
        Answer<Estimate> somers,
        Answer<Estimate> designStandardised,
        Answer<Double> omegaSquared,
        OptionalDouble margin,
        Shape shape,
        List<LeftOut> leaveOneOut,
        Missingness missingness,
        List<CellReadout> cells) {

    /** Stories at every temperature from which all measured intervals and tests keep what they promise. */
    public static final long ENOUGH_STORIES = 30;

    /** The p-values that this series brings to the family of its window and tick; none for a manipulation check. */
    public HeadlineTests tests() {
        if (config.manipulationCheck()) {
            return HeadlineTests.NONE;
        }
        return slope.fold(
                estimate -> HeadlineTests.of(
                        estimate.p(),
                        shape.turn().map(turn -> OptionalDouble.of(turn.p())).orElse(OptionalDouble.empty())),
                unknown -> HeadlineTests.NONE);
    }

    /** The analysis with its q-values, as computed over the series looked at together, and the verdict that follows. */
    public JudgedAnalysis judged(HeadlineTests q) {
        return new JudgedAnalysis(this, q.slope(), q.turn(), verdict(q));
    }

    /** The analysis judged as the only one looked at. */
    public JudgedAnalysis alone() {
        return judged(tests().alone());
    }

    /**
     * Figures to be shown as approximate, by the name of their component: {@code pearson}, {@code designStandardised} and
     * {@code lackOfFit} below 30 stories at some temperature of the headline, where the intervals of the first two cover less, and the
     * test of the last rejects more, than promised on some distributions; so {@code q}, where discoveries among ten series of nothing are more than 5 % on some; {@code slope} below five distinct texts at some temperature, where nothing was measured.
     */
    public List<String> approximate() {
        List<CellReadout> used = cells.stream()
                .filter(cell -> config.headline().temperatures().test(cell.temperature()))
                .filter(cell -> cell.n() > 0)
                .toList();
        List<String> names = new ArrayList<>();
        if (used.stream().anyMatch(cell -> cell.stories() < ENOUGH_STORIES)) {
            names.add("pearson");
            names.add("designStandardised");
            names.add("lackOfFit");
            names.add("q");
        }
        if (used.stream().anyMatch(cell -> cell.distinctTexts() < CellMoments.ENOUGH_TEXTS)) {
            names.add("slope");
        }
        return List.copyOf(names);
    }

    private Verdict verdict(HeadlineTests q) {
        boolean turns = q.turn().isPresent() && q.turn().getAsDouble() <= VerdictTable.DISCOVERY;
        return VerdictTable.decide(new Evidence(
                config.metric(),
                logarithmic,
                slope,
                q.slope(),
                config.level(),
                designStandardised,
                margin,
                turns ? shape.turn().map(Shape.Turn::words) : Optional.empty(),
                SelectionThreat.of(this),
                config.manipulationCheck(),
                lowestTemperature,
                n,
                config.truncatedStories() ? 0 : missingness.truncated()));
    }
}
