package io.musemeter.aggregator.policy;

import io.musemeter.events.InvalidEventException;
import io.musemeter.statistics.cell.Temperature;
import io.musemeter.statistics.policy.Policy;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A question about two policies.
 *
 * @param seriesId whose stories are to answer it
 * @param from the policy compared with
 * @param to the policy in question
 * @param margin how much worse is still no loss, in the metric's unit (of its logarithm on a logarithmic scale), when a decision is
 *     asked for
 * @param higherIsBetter which way the metric points
 */
public record PolicyQuestion(String seriesId, Policy from, Policy to, OptionalDouble margin, boolean higherIsBetter) {
    private static final Set<String> NAMES = Set.of("seriesId", "from", "to", "margin", "better");
    private static final String SERIES_ID = "[0-9a-f]{32}";
    private static final String NUMBER = "[0-9]{1,9}(\\.[0-9]{1,12})?";
    private static final String POLICY =
            NUMBER + "|" + NUMBER + ":" + NUMBER + "(," + NUMBER + ":" + NUMBER + "){0,63}";
    private static final int LONGEST = 2_048;

    /**
     * Reads parameters: {@code seriesId}, {@code from}, {@code to}, {@code margin}, {@code better}, each at most once. A policy is a
     * temperature, for example {@code 0.8}, or temperatures with their shares, for example {@code 0.7:0.5,1:0.5}.
     *
     * @throws InvalidEventException naming the parameter that is missing, unknown, given twice or of no possible value
     */
    public static PolicyQuestion of(Map<String, ? extends List<String>> parameters) {
        parameters.forEach((name, values) -> {
            if (!NAMES.contains(name)) {
                throw new InvalidEventException(
                        name.matches("[A-Za-z]{1,32}") ? name : "parameter", "is not a parameter here");
            }
            if (values.size() != 1 || values.get(0).length() > LONGEST) {
                throw new InvalidEventException(name, "takes one value of at most " + LONGEST + " characters");
            }
        });
        return new PolicyQuestion(
                seriesId(required(parameters, "seriesId")),
                policy("from", required(parameters, "from")),
                policy("to", required(parameters, "to")),
                margin(optional(parameters, "margin")),
                better(optional(parameters, "better")));
    }

    private static String seriesId(String value) {
        if (!value.matches(SERIES_ID)) {
            throw new InvalidEventException("seriesId", "must be 32 hexadecimal digits");
        }
        return value;
    }

    private static Policy policy(String name, String value) {
        if (!value.matches(POLICY)) {
            throw new InvalidEventException(
                    name, "must be a temperature such as 0.8, or temperatures with shares such as 0.7:0.5,1:0.5");
        }
        try {
            if (!value.contains(":")) {
                return Policy.always(Temperature.parse(value));
            }
            TreeMap<Temperature, Double> shares = new TreeMap<>();
            for (String part : value.split(",", -1)) {
                int colon = part.indexOf(':');
                shares.merge(
                        Temperature.parse(part.substring(0, colon)),
                        Double.valueOf(part.substring(colon + 1)),
                        Double::sum);
            }
            return new Policy(shares);
        } catch (IllegalArgumentException e) {
            throw new InvalidEventException(name, "must name temperatures in [0, 5] whose shares sum to 1");
        }
    }

    private static OptionalDouble margin(@Nullable String value) {
        if (value == null) {
            return OptionalDouble.empty();
        }
        if (!value.matches(NUMBER) || !(Double.parseDouble(value) > 0)) {
            throw new InvalidEventException("margin", "must be a number above 0");
        }
        return OptionalDouble.of(Double.parseDouble(value));
    }

    private static boolean better(@Nullable String value) {
        if (value == null || value.equals("higher")) {
            return true;
        }
        if (value.equals("lower")) {
            return false;
        }
        throw new InvalidEventException("better", "must be higher or lower");
    }

    private static String required(Map<String, ? extends List<String>> parameters, String name) {
        String value = optional(parameters, name);
        if (value == null) {
            throw new InvalidEventException(name, "is required");
        }
        return value;
    }

    private static @Nullable String optional(Map<String, ? extends List<String>> parameters, String name) {
        List<String> values = parameters.get(name);
        return values == null ? null : values.get(0);
    }
}
