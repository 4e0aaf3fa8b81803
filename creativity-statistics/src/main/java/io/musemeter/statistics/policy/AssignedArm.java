package io.musemeter.statistics.policy;

import io.musemeter.statistics.cell.AssignedScores;
import io.musemeter.statistics.cell.Temperature;
import java.math.BigInteger;
import java.util.List;

/**
 * Stories assigned one temperature, weighted by w = 1 / probability.
 *
 * @param temperature the temperature
 * @param n scores
 * @param truncated scores whose weight was cut
 * @param unscored stories without a value
 * @param weight sum of w
 * @param weightSquares sum of w²
 * @param mean sum of w y over sum of w: Hájek's estimate of the mean at this temperature
 * @param lean sum of w² (y - mean)
 * @param spread sum of w² (y - mean)²
 * @param stories different stories behind the scores: fewer than n where several people rated a story
 */
public record AssignedArm(
        Temperature temperature,
        long n,
        long truncated,
        long unscored,
        double weight,
        double weightSquares,
        double mean,
        double lean,
        double spread,
        long stories) {

    /** The arms of a series that have scores; central sums are formed in integers, so that no digits cancel. */
    public static List<AssignedArm> of(AssignedScores scores) {
        return scores.arms().entrySet().stream()
                .filter(entry -> entry.getValue().count() > 0)
                .map(entry -> of(entry.getKey(), entry.getValue(), scores.valueUnit()))
                .toList();
    }

    private static AssignedArm of(Temperature temperature, AssignedScores.Arm arm, double valueUnit) {
        double weightUnit = AssignedScores.WEIGHT_UNIT;
        BigInteger weight = arm.weight();
        BigInteger product = arm.weightedValue();
        double divisor = weight.doubleValue();
        double lean = weight.multiply(arm.squareWeightedValue())
                        .subtract(product.multiply(arm.weightSquares()))
                        .doubleValue()
                / divisor;
        double spread = weight.pow(2)
                        .multiply(arm.squareWeightedSquare())
                        .subtract(weight.multiply(product)
                                .multiply(arm.squareWeightedValue())
                                .shiftLeft(1))
                        .add(product.pow(2).multiply(arm.weightSquares()))
                        .doubleValue()
                / divisor
                / divisor;
        return new AssignedArm(
                temperature,
                arm.count(),
                arm.truncated(),
                arm.unscored(),
                divisor / weightUnit,
                arm.weightSquares().doubleValue() / weightUnit / weightUnit,
                product.doubleValue() / divisor / valueUnit,
                lean / weightUnit / weightUnit / valueUnit,
                spread / weightUnit / weightUnit / valueUnit / valueUnit,
                arm.stories());
    }

    /** Number of equally weighted stories that would say as much (Kish 1965), ratings of one story counted as one. */
    public double effectiveCount() {
        return weight * weight / weightSquares / ratings();
    }

    /** Scores for each story: what variances grow by when raters agree entirely. */
    double ratings() {
        return n / (double) Math.max(1, stories);
    }

    /** Variance of {@link #mean}, linearised, with the correction of a sample variance. */
    double varianceOfMean() {
        return spread / weight / weight * n / (n - 1) * ratings();
    }

    /** Sum of w² (y - m)² around any m. */
    double spreadAround(double m) {
        double shift = mean - m;
        return spread + 2 * shift * lean + shift * shift * weightSquares;
    }
}
