package io.musemeter.aggregator.metrics;

import io.micrometer.core.instrument.Tags;
import io.musemeter.events.SeriesKey;
import io.musemeter.events.correlation.Correlation;
import java.util.List;
import java.util.Optional;

/** The labels of a series, each with a bounded number of values. */
final class SeriesLabels {
    private final FirstValues environments;
    private final FirstValues sources;
    private final FirstValues models;
    private final FirstValues prompts;
    private final FirstValues evaluators;
    private final FirstValues series;
    private final FirstValues swaps;

    SeriesLabels(int values, int series) {
        environments = new FirstValues(values);
        sources = new FirstValues(values);
        models = new FirstValues(values);
        prompts = new FirstValues(values);
        evaluators = new FirstValues(values);
        this.series = new FirstValues(series);
        swaps = new FirstValues(values);
    }

    /** The labels of an answer; empty when one of them is beyond its bound, because series must not be merged. */
    Optional<Tags> of(Correlation answer) {
        SeriesKey key = answer.series();
        String prompt = key.promptVersion().equals("1") ? key.promptId() : key.promptId() + "@" + key.promptVersion();
        List<String> values = List.of(
                environments.keep(key.environment()),
                sources.keep(key.source().text()),
                models.keep(key.model()),
                prompts.keep(prompt),
                evaluators.keep(key.evaluatorId().text()));
        if (values.contains(FirstValues.OTHER) || series.keep(answer.seriesId()).equals(FirstValues.OTHER)) {
            return Optional.empty();
        }
        return Optional.of(Tags.of(
                "environment", values.get(0),
                "source", values.get(1),
                "model", values.get(2),
                "prompt", values.get(3),
                "evaluator", values.get(4),
                "metric", key.metric(),
                "series", answer.seriesId(),
                "window", answer.window().text()));
    }

    /** The labels of what is known of a series whatever the window. */
    static Tags whole(Tags tags) {
        return Tags.of(
                tags.stream().filter(tag -> !tag.getKey().equals("window")).toList());
    }

    /** The name of a model, serving system or exemplar as a label: what is beyond the bound becomes {@code other}. */
    String swap(String name) {
        return swaps.keep(name);
    }
}
