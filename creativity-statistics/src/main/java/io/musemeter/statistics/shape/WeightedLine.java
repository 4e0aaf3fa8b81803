package io.musemeter.statistics.shape;

import io.musemeter.statistics.effect.CellMoments;
import java.util.List;

/** A line (or a constant) through cell means, weighted by the precision of each mean. */
record WeightedLine(double intercept, double slope, double centre, double totalWeight, double spread) {

    static WeightedLine fit(List<CellMoments> cells, boolean sloped) {
        double w = 0;
        double wx = 0;
        double wy = 0;
        for (CellMoments cell : cells) {
            double weight = weight(cell);
            w += weight;
            wx += weight * cell.temperature();
            wy += weight * cell.mean();
        }
        double centre = wx / w;
        double mean = wy / w;
        double xx = 0;
        double xy = 0;
        for (CellMoments cell : cells) {
            double x = cell.temperature() - centre;
            xx += weight(cell) * x * x;
            xy += weight(cell) * x * (cell.mean() - mean);
        }
        double slope = sloped ? xy / xx : 0;
        return new WeightedLine(mean, slope, centre, w, sloped ? xx : Double.POSITIVE_INFINITY);
    }

    double at(double temperature) {
        return intercept + slope * (temperature - centre);
    }

    /** Share that a cell has in its own fitted value. */
    double leverage(CellMoments cell) {
        double x = cell.temperature() - centre;
        return weight(cell) * (1 / totalWeight + x * x / spread);
    }

    static double weight(CellMoments cell) {
        return cell.effectiveCount() / cell.variance();
    }
}
