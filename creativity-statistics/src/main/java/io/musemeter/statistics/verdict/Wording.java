package io.musemeter.statistics.verdict;

import io.musemeter.statistics.Estimate;
import java.util.Locale;

/** Numbers in sentences: no more digits than the interval justifies. */
final class Wording {

    private static final int MOST_DECIMALS = 9;

    private Wording() {}

    /** For example {@code +0.03 per 1.0 (95 % +0.01 to +0.05, n 612, T >= 0.334)}. */
    static String figures(Evidence evidence, Estimate slope) {
        return figures(evidence, slope, evidence.level());
    }

    /** The same with an interval at a level of its own. */
    static String figures(Evidence evidence, Estimate slope, double confidence) {
        double half = (slope.high() - slope.low()) / 2;
        String level = decimal(confidence * 100, 1).replaceAll("\\.0$", "");
        return effect(slope.estimate(), half, evidence.logarithmic()) + " per 1.0 (" + level + " % "
                + effect(slope.low(), half, evidence.logarithmic()) + " to "
                + effect(slope.high(), half, evidence.logarithmic()) + ", n " + evidence.n() + ", T >= "
                + evidence.lowestTemperature() + ")";
    }

    /** A slope: signed, or as the factor by which the metric is multiplied. */
    static String effect(double slope, double resolution, boolean logarithmic) {
        int decimals = (int) Math.max(0, Math.min(MOST_DECIMALS, -Math.floor(Math.log10(resolution))));
        return logarithmic ? "×" + decimal(Math.exp(slope), decimals) : signed(slope, decimals);
    }

    private static String signed(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%+." + decimals + "f", value);
        return Double.parseDouble(text) == 0 ? text.substring(1) : text;
    }

    private static String decimal(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
