package io.musemeter.statistics.missing;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.effect.Intervals;
import java.util.List;

/**
 * Whether the share of stories with some property changes with temperature: the linear trend in proportions of Cochran (1954) and
 * Armitage (1955).
 *
 * @param z standardised trend; positive when the share rises with temperature
 * @param p two-sided p-value
 * @param share share over all temperatures
 * @param n stories that the share is of
 */
public record Trend(double z, double p, double share, long n) {

    /**
     * Stories at one temperature.
     *
     * @param temperature the temperature
     * @param total stories
     * @param affected those with the property
     */
    public record Arm(double temperature, long total, long affected) {}

    /** The trend over arms. */
    public static Answer<Trend> of(List<Arm> arms) {
        long total = 0;
        double affected = 0;
        double t = 0;
        double tt = 0;
        double product = 0;
        for (Arm arm : arms) {
            total += arm.total();
            affected += arm.affected();
            t += arm.total() * arm.temperature();
            tt += arm.total() * arm.temperature() * arm.temperature();
            product += arm.affected() * arm.temperature();
        }
        if (total == 0) {
            return Answer.unknown(Answer.Reason.NO_DATA, "no stories");
        }
        double share = affected / total;
        double spread = tt - t * t / total;
        if (arms.size() < 2 || !(spread > 0)) {
            return Answer.unknown(Answer.Reason.ONE_TEMPERATURE, "there is one temperature only");
        }
        if (affected == 0 || affected == total) {
            return Answer.known(new Trend(0, 1, share, total));
        }
        double z = (product - share * t) / Math.sqrt(share * (1 - share) * spread);
        return Answer.known(new Trend(z, Intervals.twoSided(z), share, total));
    }
}
