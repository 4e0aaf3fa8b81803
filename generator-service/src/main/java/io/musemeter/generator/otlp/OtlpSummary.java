package io.musemeter.generator.otlp;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What became of one OTLP request.
 *
 * @param incomplete number of spans or records by what they lack
 * @param invalid number that broke the contract
 */
record OtlpSummary(Map<Reading.Fault, Long> incomplete, long invalid) {

    OtlpSummary {
        incomplete = incomplete.isEmpty() ? Map.of() : new EnumMap<>(incomplete);
    }

    /** Number that did not become stories though they tell of requests to models. */
    long rejected() {
        return invalid + incomplete.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What the sender is told; empty when all went well. */
    String message() {
        String faults = incomplete.entrySet().stream()
                .map(fault -> fault.getValue() + " with " + fault.getKey().words())
                .collect(Collectors.joining("; "));
        if (invalid == 0) {
            return faults;
        }
        return (faults.isEmpty() ? "" : faults + "; ") + invalid + " that broke the contract, see stories.rejected";
    }
}
