package io.musemeter.aggregator.view;

import io.musemeter.events.Temperature;
import io.musemeter.events.correlation.Cell;
import io.musemeter.events.correlation.Correlation;
import io.musemeter.statistics.cell.TemperatureBuckets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Joins to an answer how many stories there were. */
final class Expectation {
    private Expectation() {}

    /** The answer with {@code expected} and {@code pending}, in all and at each temperature. */
    static Correlation join(Correlation answer, NavigableMap<Temperature, Long> stories) {
        Map<Temperature, Long> expected = answer.bucketedTemperatures() ? bucketed(stories) : new TreeMap<>(stories);
        long total = expected.values().stream().mapToLong(Long::longValue).sum();
        List<Cell> cells = new ArrayList<>();
        for (Cell cell : answer.cells()) {
            Long here = expected.remove(cell.temperature());
            cells.add(cell.expecting(here == null ? 0 : here));
        }
        expected.forEach((temperature, n) -> cells.add(Cell.awaited(temperature, n)));
        cells.sort(Comparator.comparing(Cell::temperature));
        return answer.expecting(total, cells);
    }

    private static Map<Temperature, Long> bucketed(Map<Temperature, Long> stories) {
        Map<Temperature, Long> buckets = new TreeMap<>();
        stories.forEach((temperature, n) -> buckets.merge(bucketOf(temperature), n, Long::sum));
        return buckets;
    }

    private static Temperature bucketOf(Temperature temperature) {
        return Temperature.of(
                TemperatureBuckets.bucketOf(io.musemeter.statistics.cell.Temperature.of(temperature.value()))
                        .value());
    }
}
