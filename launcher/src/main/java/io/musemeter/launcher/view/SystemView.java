package io.musemeter.launcher.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.musemeter.launcher.settings.LocalSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the running system found, read from the aggregator's API. */
public final class SystemView {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> GROUP =
            List.of("environment", "source", "model", "promptId", "promptVersion", "samplerHash");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI correlations;

    /**
     * @param settings of the system to ask
     */
    public SystemView(LocalSettings settings) {
        this.correlations = URI.create("http://127.0.0.1:" + settings.ports().page() + "/api/correlations?window=all");
    }

    /**
     * What was found so far.
     *
     * @param sentence one line: stories, scores, the clearest effect
     * @param verdicts a sentence a series, clearest first
     */
    public record Summary(String sentence, List<String> verdicts) {
        /** @param verdicts copied */
        public Summary {
            verdicts = List.copyOf(verdicts);
        }
    }

    /** Asks the aggregator; says so where it does not answer. */
    public Summary summary() throws InterruptedException {
        try {
            HttpRequest.Builder builder = HttpRequest.newBuilder(correlations).timeout(PATIENCE);
            String token = System.getenv("MUSEMETER_AGGREGATOR_TOKEN");
            if (token != null) {
                builder.header("Authorization", "Bearer " + token);
            }
            HttpRequest request = builder.build();
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                return new Summary("the aggregator is not ready (HTTP " + response.statusCode() + ")", List.of());
            }
            return summarise(JSON.readTree(response.body()));
        } catch (IOException e) {
            return new Summary("the aggregator does not answer", List.of());
        }
    }

    static Summary summarise(JsonNode series) {
        List<JsonNode> ranked = new ArrayList<>();
        Map<List<String>, Long> stories = new HashMap<>();
        long scores = 0;
        long pending = 0;
        for (JsonNode one : series) {
            ranked.add(one);
            // Every metric of a group of stories expects the same ones: the largest count is their number, not the sum.
            stories.merge(groupOf(one), one.path("expected").asLong(), Math::max);
            scores += one.path("scored").asLong();
            pending += Math.max(0, one.path("pending").asLong());
        }
        if (ranked.isEmpty()) {
            return new Summary("no stories yet", List.of());
        }
        ranked.sort(Comparator.comparingInt(SystemView::standing)
                .thenComparing(Comparator.comparingDouble(SystemView::distanceFromNothing)
                        .reversed()));
        List<String> verdicts = ranked.stream()
                .map(one -> one.path("verdict").path("sentence").asText())
                .filter(sentence -> !sentence.isBlank())
                .toList();
        long storiesInAll = stories.values().stream().mapToLong(Long::longValue).sum();
        String counts =
                "stories " + storiesInAll + " · scores " + scores + (pending > 0 ? " · pending " + pending : "");
        return new Summary(verdicts.isEmpty() ? counts : counts + " · " + verdicts.get(0), verdicts);
    }

    /** What a series shares with those that score the same stories. */
    private static List<String> groupOf(JsonNode series) {
        return GROUP.stream().map(field -> series.path(field).asText()).toList();
    }

    /** A relation that was found comes first; a check of the system itself says nothing about the model and comes last. */
    private static int standing(JsonNode series) {
        return switch (series.path("verdict").path("kind").asText()) {
            case "Related" -> 0;
            case "ManipulationCheck" -> 2;
            default -> 1;
        };
    }

    /** How far the interval's nearer end is from 0, in half widths: 0 where the interval holds 0 or there is none. */
    private static double distanceFromNothing(JsonNode series) {
        JsonNode slope = series.path("slope");
        double low = slope.path("low").asDouble(0);
        double high = slope.path("high").asDouble(0);
        if (low <= 0 && high >= 0) {
            return 0;
        }
        return Math.min(Math.abs(low), Math.abs(high)) / Math.max(1e-12, high - low);
    }
}
