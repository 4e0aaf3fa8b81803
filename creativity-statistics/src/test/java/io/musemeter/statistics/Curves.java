package io.musemeter.statistics;

import io.musemeter.statistics.effect.CellMoments;
import java.util.List;

/** The two response curves of {@code oracle/curves/curves.py}, and its figures. */
public final class Curves {

    public static final List<CellMoments> OLD = List.of(
            cell(0.334, 60, 0.31, 0.010),
            cell(0.667, 45, 0.42, 0.012),
            cell(1.0, 80, 0.50, 0.015),
            cell(1.334, 50, 0.57, 0.020),
            cell(2.0, 30, 0.60, 0.030));

    public static final List<CellMoments> FRESH = List.of(
            cell(0.334, 40, 0.25, 0.009),
            cell(1.0, 70, 0.41, 0.014),
            cell(1.334, 35, 0.49, 0.016),
            cell(1.667, 55, 0.55, 0.022),
            cell(2.0, 30, 0.63, 0.035));

    private Curves() {}

    /** A figure of the script. */
    public static double figure(String name) {
        return Fixtures.figure("curves/figures.properties", name);
    }

    /** A cell of independent texts. */
    public static CellMoments cell(double temperature, long n, double mean, double variance) {
        return new CellMoments(temperature, n, mean, variance, 0, 3 * variance * variance, 5);
    }
}
