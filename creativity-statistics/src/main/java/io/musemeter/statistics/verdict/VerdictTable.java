package io.musemeter.statistics.verdict;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.effect.Intervals;
import java.util.Locale;

/**
 * The one table from evidence to verdict; the first row that fits decides.
 *
 * <table>
 * <caption>Rows in order</caption>
 * <tr><th>evidence</th><th>verdict</th></tr>
 * <tr><td>no slope: one temperature</td><td>InsufficientVariation</td></tr>
 * <tr><td>no slope: nothing, or too few stories</td><td>InsufficientData</td></tr>
 * <tr><td>no slope: no variance within temperatures, or a few texts repeated</td><td>Degenerate</td></tr>
 * <tr><td>metric depends on temperature by construction</td><td>ManipulationCheck</td></tr>
 * <tr><td>what could not be scored depends on temperature</td><td>SelectionThreatened</td></tr>
 * <tr><td>a turning point</td><td>NonMonotone</td></tr>
 * <tr><td>90 % interval within the negligible margin</td><td>Negligible</td></tr>
 * <tr><td>interval without 0, and q at most .05</td><td>Related</td></tr>
 * <tr><td>else</td><td>InsufficientData</td></tr>
 * </table>
 */
public final class VerdictTable {

    /** Largest q that counts as a discovery. */
    public static final double DISCOVERY = 0.05;

    private static final double EQUIVALENCE_LEVEL = 0.9;
    private static final double MODERATE = 0.3;
    private static final double STRONG = 0.5;

    private VerdictTable() {}

    /** The verdict on a series. */
    public static Verdict decide(Evidence evidence) {
        return evidence.slope().fold(slope -> onSlope(evidence, slope), unknown -> withoutSlope(evidence, unknown));
    }

    private static Verdict withoutSlope(Evidence evidence, Answer.Unknown<Estimate> unknown) {
        String said = evidence.metric() + ": " + unknown.detail() + " (n " + evidence.n() + leftOut(evidence) + ")";
        return switch (unknown.reason()) {
            case ONE_TEMPERATURE -> new Verdict.InsufficientVariation(said);
            case NO_VARIANCE -> new Verdict.Degenerate(said);
            case NO_DATA, TOO_FEW, NOT_APPLICABLE -> new Verdict.InsufficientData(said);
        };
    }

    private static Verdict onSlope(Evidence evidence, Estimate slope) {
        String figures = Wording.figures(evidence, slope);
        if (evidence.manipulationCheck()) {
            return manipulation(evidence, slope, figures);
        }
        if (evidence.threat().isPresent()) {
            return new Verdict.SelectionThreatened("what " + evidence.metric() + " does is threatened by selection: "
                    + evidence.threat().get() + "; among what was scored " + figures);
        }
        if (evidence.nonMonotone().isPresent()) {
            return new Verdict.NonMonotone(
                    evidence.metric() + " " + evidence.nonMonotone().get() + "; a single slope hides it: " + figures);
        }
        if (negligible(evidence, slope)) {
            double margin = evidence.margin().getAsDouble();
            return new Verdict.Negligible(
                    margin,
                    evidence.metric() + " hardly depends on temperature: "
                            + Wording.figures(evidence, equivalence(slope), EQUIVALENCE_LEVEL) + ", within "
                            + Wording.effect(-margin, margin / 10, evidence.logarithmic()) + " to "
                            + Wording.effect(margin, margin / 10, evidence.logarithmic()));
        }
        if (slope.excludesZero() && evidence.q().orElse(slope.p()) <= DISCOVERY) {
            return related(evidence, slope, figures);
        }
        return new Verdict.InsufficientData(undecided(evidence, slope) + figures);
    }

    private static Verdict related(Evidence evidence, Estimate slope, String figures) {
        Verdict.Direction direction = slope.estimate() > 0 ? Verdict.Direction.RISES : Verdict.Direction.FALLS;
        double r = evidence.designR().fold(e -> Math.abs(e.estimate()), unknown -> 0.0);
        Verdict.Strength strength = r >= STRONG
                ? Verdict.Strength.STRONGLY
                : r >= MODERATE ? Verdict.Strength.MODERATELY : Verdict.Strength.WEAKLY;
        String sentence =
                evidence.metric() + " " + lower(direction) + " " + lower(strength) + " with temperature: " + figures;
        return new Verdict.Related(direction, strength, sentence);
    }

    private static Verdict manipulation(Evidence evidence, Estimate slope, String figures) {
        boolean passed = slope.low() > 0;
        String outcome =
                passed ? " rises with temperature, as it must: " : " does not rise with temperature, as it must: ";
        return new Verdict.ManipulationCheck(passed, evidence.metric() + outcome + figures);
    }

    private static String undecided(Evidence evidence, Estimate slope) {
        return slope.excludesZero()
                ? evidence.metric() + " may depend on temperature, but not beyond what "
                        + "looking at many series turns up: "
                : "cannot tell yet whether " + evidence.metric() + " depends on temperature: ";
    }

    private static boolean negligible(Evidence evidence, Estimate slope) {
        if (evidence.margin().isEmpty()) {
            return false;
        }
        Estimate inner = equivalence(slope);
        double margin = evidence.margin().getAsDouble();
        return inner.low() > -margin && inner.high() < margin;
    }

    /** The slope with the interval that two one-sided tests at 5 % each decide by. */
    private static Estimate equivalence(Estimate slope) {
        return Intervals.student(
                slope.estimate(), slope.standardError(), slope.degreesOfFreedom(), slope.n(), EQUIVALENCE_LEVEL);
    }

    private static String leftOut(Evidence evidence) {
        return evidence.excludedTruncated() > 0 ? ", " + evidence.excludedTruncated() + " truncated left out" : "";
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
