package io.musemeter.aggregator.compare;

import io.musemeter.statistics.choice.BestTemperature;
import io.musemeter.statistics.pooling.CurveComparison;
import io.musemeter.statistics.pooling.PooledEffect;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

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

    static String best(String metric, boolean higherIsBetter, BestTemperature found) {
        String extreme = higherIsBetter ? "greatest" : "least";
        if (found.candidates().size() == 1) {
            return String.format(
                    Locale.ROOT,
                    "T = %s has the %s mean of %s (95 %% simultaneous)",
                    temperature(found.best()),
                    extreme,
                    metric);
        }
        return String.format(
                Locale.ROOT,
                "cannot tell %s apart by their mean of %s; that of T = %s is the %s so far",
                listed(found.candidates()),
                metric,
                temperature(found.best()),
                extreme);
    }

    private static String listed(List<Double> temperatures) {
        List<String> words = temperatures.stream().map(Sayings::temperature).toList();
        int last = words.size() - 1;
        return words.subList(0, last).stream().collect(Collectors.joining(", ")) + " and " + words.get(last);
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
