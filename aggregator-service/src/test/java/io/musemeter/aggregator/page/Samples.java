package io.musemeter.aggregator.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.musemeter.events.EventJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The aggregator's sample of answers, and variations of it. */
final class Samples {
    private static final ObjectMapper JSON = EventJson.mapper();
    private static final List<String> FIGURES =
            List.of("slope", "pearson", "spearman", "kendall", "somers", "designStandardised", "omegaSquared", "q");

    private Samples() {}

    /** The sample as a tree, as of now: every series and window. */
    static ArrayNode all() {
        try (InputStream file = Samples.class.getResourceAsStream("/correlations-sample.json")) {
            ArrayNode sample = (ArrayNode) JSON.readTree(file);
            sample.forEach(each -> ((ObjectNode) each).put("asOf", Instant.now().toString()));
            return sample;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The series of the sample over everything seen. */
    static List<ObjectNode> overEverything() {
        return of("all");
    }

    /** The series of the sample over one window. */
    static List<ObjectNode> of(String window) {
        return StreamSupport.stream(all().spliterator(), false)
                .map(ObjectNode.class::cast)
                .filter(each -> each.get("window").asText().equals(window))
                .toList();
    }

    /** One series of the sample over everything, changed. */
    static ObjectNode series(String metric, Consumer<ObjectNode> change) {
        ObjectNode found = overEverything().stream()
                .filter(each -> each.get("metric").asText().equals(metric))
                .findFirst()
                .orElseThrow();
        change.accept(found);
        return found;
    }

    /** One series a kind of verdict, a card of each tone. */
    static List<ObjectNode> everyVerdict() {
        return Stream.of(
                        "Related",
                        "Negligible",
                        "NonMonotone",
                        "InsufficientVariation",
                        "InsufficientData",
                        "Degenerate",
                        "SelectionThreatened",
                        "ManipulationCheck")
                .map(kind -> series(
                        "edit_distance",
                        s -> s.put("seriesId", kind)
                                .putObject("verdict")
                                .put("kind", kind)
                                .put("sentence", kind)))
                .toList();
    }

    /** Takes a series' figures away, as where the data give none. */
    static Consumer<ObjectNode> without(String reason, String kind) {
        return series -> {
            ObjectNode reasons = series.putObject("noAnswer");
            FIGURES.forEach(figure -> {
                series.putNull(figure);
                reasons.put(figure, reason);
            });
            series.putObject("verdict")
                    .put("kind", kind)
                    .put("sentence", series.get("metric").asText() + ": " + reason);
        };
    }

    /** Sets an estimate with its interval. */
    static void put(ObjectNode series, String figure, double estimate, double low, double high) {
        series.putObject(figure)
                .put("estimate", estimate)
                .put("low", low)
                .put("high", high)
                .put("p", 0.001);
    }

    /** As the aggregator would send it. */
    static String json(List<? extends JsonNode> series) {
        ArrayNode array = JSON.createArrayNode();
        series.forEach(array::add);
        return array.toString();
    }
}
