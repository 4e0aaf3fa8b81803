package io.musemeter.aggregator.compare;

import io.musemeter.statistics.pooling.CurveComparison;
import io.musemeter.statistics.pooling.PooledEffect;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Answers about several series in words. */
final class Sayings {
    private static final double CHANCE = 0.05;

    private Sayings() {}

    static String pooled(String metric, boolean logarithmic, Pooling.Over over, PooledEffect pooled) {
        String many = over == Pooling.Over.MODEL ? "models" : "prompts";
        String one = over == Pooling.Over.MODEL ? "model" : "prompt";
        return String.format(
                Locale.ROOT,
                "%s changes by %s per 1.0 of temperature on average over %d %s (95 %% %s to %s); %s; a further %s is"
                        + " expected between %s and %s",
                metric,
                effect(logarithmic, pooled.effect().estimate()),
                pooled.series(),
                many,
                effect(logarithmic, pooled.effect().low()),
                effect(logarithmic, pooled.effect().high()),
                pooled.qP() < CHANCE
                        ? String.format(
                                Locale.ROOT, "they differ by more than chance (I2 %.0f %%)", 100 * pooled.iSquared())
                        : "that they differ by more than chance is not shown",
                one,
                effect(logarithmic, pooled.predictionLow()),
                effect(logarithmic, pooled.predictionHigh()));
    }

    static String equivalent(String from, String to, CurveComparison.Equivalent found) {
        if (found.estimate().isEmpty()) {
            return String.format(
                    Locale.ROOT,
                    "It cannot be told whether %s matches %s at %s: no mean of it does, but its error does not rule"
                            + " out %s",
                    to,
                    from,
                    temperature(found.old()),
                    range(found));
        }
        return String.format(
                Locale.ROOT,
                "%s needs T = %s to match %s at %s (95 %% %s)",
                to,
                temperature(found.estimate().getAsDouble()),
                from,
                temperature(found.old()),
                range(found));
    }

    private static String range(CurveComparison.Equivalent found) {
        if (found.openBelow() && found.openAbove()) {
            return "any temperature measured";
        }
        if (found.openBelow()) {
            return "at most " + temperature(found.high());
        }
        return found.openAbove()
                ? "at least " + temperature(found.low())
                : temperature(found.low()) + " to " + temperature(found.high());
    }

    private static String effect(boolean logarithmic, double value) {
        return logarithmic
                ? String.format(Locale.ROOT, "\u00d7%.3g", Math.exp(value))
                : String.format(Locale.ROOT, "%+.3g", value);
    }

    private static String temperature(double value) {
        return BigDecimal.valueOf(value)
                .setScale(3, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
