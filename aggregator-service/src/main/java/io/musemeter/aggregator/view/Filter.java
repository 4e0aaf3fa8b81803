package io.musemeter.aggregator.view;

import io.musemeter.events.InvalidEventException;
import io.musemeter.events.Source;
import io.musemeter.events.correlation.Correlation;
import io.musemeter.events.correlation.Window;
import io.musemeter.events.metrics.MetricCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Which answers are asked for. */
public final class Filter {
    private static final String SERIES_ID = "[0-9a-f]{32}";
    private static final int LONGEST = 512;

    private Filter() {}

    /**
     * Reads parameters: {@code environment}, {@code source}, {@code model}, {@code prompt}, {@code metric}, {@code window}, {@code
     * seriesId}, each at most once.
     *
     * @throws InvalidEventException naming the parameter that is none of these, is given twice or has no possible value
     */
    public static Predicate<Correlation> of(Map<String, ? extends List<String>> parameters) {
        List<Predicate<Correlation>> all = new ArrayList<>();
        parameters.forEach((name, values) -> {
            if (values.size() != 1) {
                throw new InvalidEventException(plain(name), "is given more than once");
            }
            all.add(one(name, values.get(0)));
        });
        return all.stream().reduce(each -> true, Predicate::and);
    }

    private static Predicate<Correlation> one(String name, String value) {
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new InvalidEventException(plain(name), "takes 1 to " + LONGEST + " characters");
        }
        return switch (name) {
            case "environment" -> each -> each.series().environment().equals(value);
            case "model" -> each -> each.series().model().equals(value);
            case "prompt" -> each -> each.series().promptId().equals(value);
            case "source" -> source(value);
            case "metric" -> metric(value);
            case "window" -> window(value);
            case "seriesId" -> seriesId(value);
            default -> throw new InvalidEventException(plain(name), "is not a parameter here");
        };
    }

    private static Predicate<Correlation> source(String value) {
        Source source = Source.parse(value);
        return each -> each.series().source().equals(source);
    }

    private static Predicate<Correlation> window(String value) {
        Window window = Window.parse(value);
        return each -> each.window() == window;
    }

    private static Predicate<Correlation> metric(String value) {
        if (MetricCatalogue.find(value).isEmpty()) {
            throw new InvalidEventException("metric", "is not a known metric");
        }
        return each -> each.series().metric().equals(value);
    }

    private static Predicate<Correlation> seriesId(String value) {
        if (!value.matches(SERIES_ID)) {
            throw new InvalidEventException("seriesId", "must be 32 hexadecimal digits");
        }
        return each -> each.seriesId().equals(value);
    }

    private static String plain(String name) {
        return name.matches("[A-Za-z]{1,32}") ? name : "parameter";
    }
}
