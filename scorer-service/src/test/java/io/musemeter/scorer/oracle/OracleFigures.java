package io.musemeter.scorer.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * What a script beside the texts found.
 *
 * @param text name of the text
 * @param metric name of the metric
 * @param value the figure; empty where the metric has none
 */
public record OracleFigures(String text, String metric, OptionalDouble value) {

    /** The figures in that file whose name satisfies a condition. */
    public static List<OracleFigures> of(String resource, Predicate<String> metrics) {
        List<OracleFigures> figures = new ArrayList<>();
        OracleTexts.json(resource)
                .fields()
                .forEachRemaining(text -> text.getValue().fields().forEachRemaining(metric -> {
                    if (metrics.test(metric.getKey())) {
                        figures.add(new OracleFigures(text.getKey(), metric.getKey(), value(metric.getValue())));
                    }
                }));
        return figures;
    }

    private static OptionalDouble value(JsonNode figure) {
        return figure.isNull() ? OptionalDouble.empty() : OptionalDouble.of(figure.asDouble());
    }

    @Override
    public String toString() {
        return metric + " of " + text;
    }
}
