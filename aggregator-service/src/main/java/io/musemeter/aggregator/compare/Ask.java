package io.musemeter.aggregator.compare;

import io.musemeter.aggregator.view.Filter;
import io.musemeter.events.InvalidEventException;
import io.musemeter.events.correlation.Correlation;
import io.musemeter.events.correlation.Window;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters of a question: those of its own, and filters for the rest. */
final class Ask {
    private final Map<String, List<String>> own = new TreeMap<>();
    private final Map<String, List<String>> filters;

    /**
     * @param parameters as they were sent
     * @param names of the question's own parameters
     */
    Ask(Map<String, ? extends List<String>> parameters, Set<String> names) {
        filters = parameters.entrySet().stream()
                .filter(each -> !names.contains(each.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, each -> List.copyOf(each.getValue())));
        parameters.forEach((name, values) -> {
            if (names.contains(name)) {
                if (values.size() != 1
                        || values.get(0).isEmpty()
                        || values.get(0).length() > 512) {
                    throw new InvalidEventException(name, "takes one value of 1 to 512 characters");
                }
                own.put(name, List.copyOf(values));
            }
        });
    }

    @Nullable
    String optional(String name) {
        List<String> values = own.get(name);
        return values == null ? null : values.get(0);
    }

    String required(String name) {
        String value = optional(name);
        if (value == null) {
            throw new InvalidEventException(name, "is required");
        }
        return value;
    }

    /** The answers asked for; without a window those over everything. */
    Predicate<Correlation> filter() {
        Predicate<Correlation> asked = Filter.of(filters);
        return filters.containsKey("window") ? asked : asked.and(answer -> answer.window() == Window.ALL);
    }
}
