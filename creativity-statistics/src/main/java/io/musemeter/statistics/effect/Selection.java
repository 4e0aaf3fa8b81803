package io.musemeter.statistics.effect;

import io.musemeter.statistics.cell.Temperature;
import io.musemeter.statistics.cell.TemperatureBuckets;
import java.util.function.Predicate;

/**
 * Which cells and which stories an analysis looks at.
 *
 * @param temperatures the temperatures taken
 * @param truncatedStories whether stories cut off by a length limit are taken too
 */
public record Selection(Predicate<Temperature> temperatures, boolean truncatedStories) {

    /** Every temperature and every scored story. */
    public static Selection everything() {
        return new Selection(temperature -> true, true);
    }

    /** Without the exemplar's own arm (T up to 0.01) and without truncated stories. */
    public static Selection headline() {
        return new Selection(temperature -> temperature.compareTo(TemperatureBuckets.EXEMPLAR_ARM) > 0, false);
    }

    /** The same selection with truncated stories. */
    public Selection withTruncated() {
        return new Selection(temperatures, true);
    }

    /** The same selection without one temperature. */
    public Selection without(Temperature temperature) {
        return new Selection(temperatures.and(other -> !other.equals(temperature)), truncatedStories);
    }
}
