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

    /**
     * The answer with {@code expected} and {@code pending}, in all and at each temperature. Stories and answers come by
     * different topics: a story that is accounted for was there, also where its count has not come yet.
     */
    static Correlation join(Correlation answer, NavigableMap<Temperature, Long> stories) {
        Map<Temperature, Long> expected = answer.bucketedTemperatures() ? bucketed(stories) : new TreeMap<>(stories);
        List<Cell> cells = new ArrayList<>();
        for (Cell cell : answer.cells()) {
            Long here = expected.remove(cell.temperature());
            cells.add(cell.expecting(Math.max(here == null ? 0 : here, cell.accounted())));
        }
        expected.forEach((temperature, n) -> cells.add(Cell.awaited(temperature, n)));
        cells.sort(Comparator.comparing(Cell::temperature));
        long total = cells.stream().mapToLong(Expectation::stories).sum();
        return answer.expecting(total, cells);
    }

    private static long stories(Cell cell) {
        return cell.expected() == null ? 0 : cell.expected();
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
