package io.musemeter.events.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One metric as {@code metrics.yaml} declares it.
 *
 * @param name its name on the wire, for example {@code edit_distance}
 * @param family the scorer family that computes it, for example {@code lexical}
 * @param construct what it stands for, for example {@code novelty}
 * @param direction what a higher value says of the construct
 * @param title its name for people
 * @param higher what a higher value means, in words that follow "higher means"
 * @param unit UCUM unit, {@code 1} for a pure number
 * @param low least value
 * @param high greatest value
 * @param scale the scale its distribution is kept on
 * @param decimals decimals of the grid its values are rounded to once
 * @param byConstruction whether it moves with temperature whatever the model does
 * @param comparesWithExemplar whether it needs the story's exemplar
 */
public record MetricSpec(
        String name,
        String family,
        String construct,
        Direction direction,
        String title,
        String higher,
        String unit,
        double low,
        double high,
        Scale scale,
        int decimals,
        boolean byConstruction,
        boolean comparesWithExemplar) {

    /** What a higher value says of the construct. */
    public enum Direction {
        /** There is more of it. */
        MORE,
        /** There is less of it. */
        LESS
    }

    /** How values are spread. */
    public enum Scale {
        /** Evenly over a finite range. */
        LINEAR,
        /** Positive and skewed: analysed as natural logarithms. */
        LOGARITHMIC
    }

    /** @throws IllegalArgumentException when the direction is missing, the range empty, or not positive on a logarithmic scale */
    public MetricSpec {
        if (direction == null) {
            throw new IllegalArgumentException("metric " + name + ": direction is missing");
        }
        if (!(low < high) || (scale == Scale.LOGARITHMIC && low <= 0)) {
            throw new IllegalArgumentException("metric " + name + ": low and high do not span its scale");
        }
        if (decimals < 0 || decimals > 9) {
            throw new IllegalArgumentException("metric " + name + ": decimals must lie in [0, 9]");
        }
    }

    /**
     * The value rounded (half-even) to the metric's grid, so that what is exported is what is counted.
     *
     * @throws NumberFormatException when the value is NaN or infinite
     */
    public double onGrid(double value) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .doubleValue();
    }
}
