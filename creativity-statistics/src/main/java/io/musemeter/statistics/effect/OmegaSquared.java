package io.musemeter.statistics.effect;

import io.musemeter.statistics.Answer;

/**
 * Share of the metric's variance that temperature explains, of whatever shape: omega squared (Hays 1963),
 * {@code (SSB - (k-1) MSW) / (SST + MSW)}, at least 0.
 */
public final class OmegaSquared {

    private OmegaSquared() {}

    /** omega squared in [0, 1). */
    public static Answer<Double> of(TemperatureSample sample) {
        if (sample.cells().size() < 2) {
            return Answer.unknown(Answer.Reason.ONE_TEMPERATURE, "there is one temperature only");
        }
        Anova anova = Anova.of(sample);
        if (anova.withinFreedom() < 1) {
            return Answer.unknown(Answer.Reason.TOO_FEW, "no temperature has two scores");
        }
        double meanWithin = anova.within() / anova.withinFreedom();
        double total = anova.between() + anova.within() + meanWithin;
        if (!(total > 0)) {
            return Answer.unknown(Answer.Reason.NO_VARIANCE, "every value is the same");
        }
        double omega = (anova.between() - anova.betweenFreedom() * meanWithin) / total;
        return Answer.known(Math.max(0, omega));
    }
}
