package io.musemeter.aggregator.stories;

import io.musemeter.events.Temperature;
import io.musemeter.statistics.cell.TemperatureBuckets;
import java.util.HashSet;
import java.util.Set;

/** The temperatures that a group keeps apart: the first 64, then buckets, the same that cells fall back to. */
final class GroupTemperatures {
    private final Set<Temperature> kept = new HashSet<>();

    Temperature keep(Temperature temperature) {
        if (kept.contains(temperature) || (kept.size() < TemperatureBuckets.COUNT && kept.add(temperature))) {
            return temperature;
        }
        return Temperature.of(
                TemperatureBuckets.bucketOf(io.musemeter.statistics.cell.Temperature.of(temperature.value()))
                        .value());
    }
}
