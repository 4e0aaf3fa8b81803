package io.musemeter.aggregator.compare;

import io.musemeter.events.correlation.Cell;
import io.musemeter.events.correlation.Correlation;
import io.musemeter.statistics.effect.CellMoments;
import java.util.List;

/** The response curve of an answer as the statistics take it. */
final class Curve {
    private Curve() {}

    /**
     * The temperatures that the headline takes, on the scale of effects: natural logarithms of a logarithmic metric. A cell without
     * a deviation has variance 0, which marks it as degenerate.
     */
    static List<CellMoments> of(Correlation answer) {
        return answer.cells().stream()
                .filter(cell -> cell.n() > 0 && !answer.scope().leftOut().contains(cell.temperature()))
                .filter(cell -> (answer.logarithmic() ? cell.logMean() : cell.mean()) != null)
                .map(cell -> moments(answer.logarithmic(), cell))
                .toList();
    }

    private static CellMoments moments(boolean logarithmic, Cell cell) {
        Double mean = logarithmic ? cell.logMean() : cell.mean();
        Double deviation = logarithmic ? cell.logSd() : cell.sd();
        double key = cell.temperature().value().doubleValue();
        return new CellMoments(
                cell.meanTemperature() == null ? key : cell.meanTemperature(),
                cell.n(),
                mean == null ? 0 : mean,
                deviation == null ? 0 : deviation * deviation,
                0,
                0,
                cell.distinctTexts(),
                cell.stories() == null ? cell.n() : cell.stories(),
                key);
    }
}
