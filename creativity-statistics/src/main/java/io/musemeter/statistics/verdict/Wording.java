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
        String level = decimal(confidence * 100, 1).replaceAll("\\.0$", "");
        int decimals = decimals(slope, evidence.logarithmic());
        return said(slope.estimate(), decimals, evidence.logarithmic()) + " per 1.0 (" + level + " % "
                + said(slope.low(), decimals, evidence.logarithmic()) + " to "
                + said(slope.high(), decimals, evidence.logarithmic()) + ", n " + evidence.n() + ", T >= "
                + evidence.lowestTemperature() + ")";
    }

    /** A slope: signed, or as the factor by which the metric is multiplied. */
    static String effect(double slope, double resolution, boolean logarithmic) {
        return said(slope, decimals(resolution), logarithmic);
    }

    /** As many as the interval justifies; more where its nearer end would be said to be no effect, which it leaves out. */
    private static int decimals(Estimate slope, boolean logarithmic) {
        int decimals = decimals((slope.high() - slope.low()) / 2);
        String nothing = said(0, decimals, logarithmic);
        while (slope.excludesZero()
                && decimals < MOST_DECIMALS
                && said(slope.nearestToZero(), decimals, logarithmic).equals(nothing)) {
            decimals++;
            nothing = said(0, decimals, logarithmic);
        }
        return decimals;
    }

    private static int decimals(double resolution) {
        return (int) Math.max(0, Math.min(MOST_DECIMALS, -Math.floor(Math.log10(resolution))));
    }

    private static String said(double slope, int decimals, boolean logarithmic) {
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
