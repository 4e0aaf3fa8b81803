package io.musemeter.aggregator.metrics;

import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.musemeter.events.SeriesKey;
import io.musemeter.events.correlation.Correlation;
import java.util.Map;

/** The labels of a series. */
final class SeriesLabels {
    static final String MODEL = "model";
    static final String PROMPT = "prompt";

    private static final String ENVIRONMENT = "environment";
    private static final String SOURCE = "source";
    private static final String METRIC = "metric";
    private static final String EVALUATOR = "evaluator";
    private static final String SERIES = "series";
    private static final String WINDOW = "window";

    private SeriesLabels() {}

    /** The labels whose values come from outside, by name. */
    static Map<String, String> bounded(SeriesKey key) {
        String prompt = key.promptVersion().equals("1") ? key.promptId() : key.promptId() + "@" + key.promptVersion();
        return Map.of(
                ENVIRONMENT, key.environment(),
                SOURCE, key.source().text(),
                MODEL, key.model(),
                PROMPT, prompt,
                METRIC, key.metric(),
                EVALUATOR, key.evaluatorId().text());
    }

    /** All labels of an answer. */
    static Tags of(Correlation answer) {
        return Tags.of(bounded(answer.series()).entrySet().stream()
                        .map(label -> Tag.of(label.getKey(), label.getValue()))
                        .toList())
                .and(SERIES, answer.seriesId(), WINDOW, answer.window().text());
    }

    /** The labels that stand for all series left out, of one window: a sum over them is still whole. */
    static Tags others(String window) {
        return Tags.of(
                ENVIRONMENT, FirstValues.OTHER,
                SOURCE, FirstValues.OTHER,
                MODEL, FirstValues.OTHER,
                PROMPT, FirstValues.OTHER,
                METRIC, FirstValues.OTHER,
                EVALUATOR, FirstValues.OTHER,
                SERIES, FirstValues.OTHER,
                WINDOW, window);
    }

    /** The labels of what is known of a series whatever the window. */
    static Tags whole(Tags tags) {
        return Tags.of(
                tags.stream().filter(tag -> !tag.getKey().equals("window")).toList());
    }
}
