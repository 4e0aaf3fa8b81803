package io.musemeter.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What tests ask of an answer of {@code GET /api/correlations}. */
final class Series {
    private Series() {}

    static JsonNode ofMetric(List<JsonNode> series, String metric) {
        return series.stream()
                .filter(one -> one.path("metric").asText().equals(metric))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no series of " + metric));
    }

    /** Nothing is under way: everything expected has come to something. */
    static boolean atRest(JsonNode series) {
        return series.path("expected").asLong() > 0 && series.path("pending").asLong() == 0 && addsUp(series);
    }

    static boolean addsUp(JsonNode series) {
        return series.path("expected").asLong() == settled(series);
    }

    /** Stories that came to something, of a series or of one of its cells. */
    static long settled(JsonNode counts) {
        long scored = counts.path("scored").asLong();
        long unscorable = counts.path("unscorable").asLong();
        return scored + unscorable + counts.path("failed").asLong();
    }

    static Map<Double, Long> nByTemperature(JsonNode series) {
        Map<Double, Long> counts = new TreeMap<>();
        for (JsonNode cell : series.path("cells")) {
            counts.put(cell.path("temperature").asDouble(), cell.path("n").asLong());
        }
        return counts;
    }
}
