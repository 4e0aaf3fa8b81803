package io.musemeter.statistics.pooling;

import io.musemeter.statistics.effect.CellMoments;
import java.util.List;

/** Cell means joined by straight lines, with the variance of each point. */
final class ResponseCurve {

    private final List<CellMoments> cells;

    ResponseCurve(List<CellMoments> cells) {
        this.cells = cells.stream().filter(cell -> !cell.degenerate()).toList();
    }

    boolean isEmpty() {
        return cells.isEmpty();
    }

    double first() {
        return cells.get(0).temperature();
    }

    double last() {
        return cells.get(cells.size() - 1).temperature();
    }

    boolean covers(double temperature) {
        return !isEmpty() && temperature >= first() && temperature <= last();
    }

    /** Mean, variance of the mean, and Satterthwaite's degrees of freedom of that variance. */
    Point at(double temperature) {
        int right = 0;
        while (right < cells.size() - 1 && cells.get(right).temperature() < temperature) {
            right++;
        }
        CellMoments b = cells.get(right);
        if (right == 0 || b.temperature() <= temperature) {
            return Point.of(b, 1);
        }
        CellMoments a = cells.get(right - 1);
        double share = (temperature - a.temperature()) / (b.temperature() - a.temperature());
        return Point.of(a, 1 - share).plus(Point.of(b, share));
    }

    /** A weighted mean of cells; {@code quartic} is the sum of squared variance shares over their degrees of freedom. */
    record Point(double mean, double variance, double quartic) {

        static Point of(CellMoments cell, double weight) {
            double variance = weight * weight * cell.variance() / cell.effectiveCount();
            return new Point(weight * cell.mean(), variance, variance * variance / (cell.effectiveCount() - 1));
        }

        Point plus(Point other) {
            return new Point(mean + other.mean, variance + other.variance, quartic + other.quartic);
        }

        Point minus(Point other) {
            return new Point(mean - other.mean, variance + other.variance, quartic + other.quartic);
        }

        double freedom() {
            return variance * variance / quartic;
        }
    }
}
