package io.musemeter.scorer.judge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;

/**
 * What a judge gave the canaries in one round.
 *
 * @param marks those it gave; a canary that got no answer is not among them
 */
public record CanaryRound(Map<Canary, Double> marks) {
    /** Keeps a copy. */
    public CanaryRound {
        marks = Map.copyOf(marks);
    }

    private record Asked(String story, Optional<String> reference) {}

    /**
     * Has canaries judged, each text once.
     *
     * @param judge the marks of a story beside a reference story, nothing where there was no answer
     */
    public static CanaryRound of(List<Canary> canaries, BiFunction<String, Optional<String>, Optional<Marks>> judge) {
        Map<Asked, Optional<Marks>> answers = new LinkedHashMap<>();
        Map<Canary, Double> marks = new LinkedHashMap<>();
        for (Canary canary : canaries) {
            answers.computeIfAbsent(
                            new Asked(canary.story(), canary.reference()),
                            asked -> judge.apply(asked.story(), asked.reference()))
                    .flatMap(given -> given.on(canary.question()))
                    .ifPresent(mark -> marks.put(canary, mark));
        }
        return new CanaryRound(marks);
    }

    /** Greatest distance of a mark from its expected range, in marks; nothing without an answer. */
    public OptionalDouble miss() {
        return marks.entrySet().stream()
                .mapToDouble(given -> given.getKey().miss(given.getValue()))
                .max();
    }

    /** Greatest distance of a mark from the one that the same canary got in another round; nothing without a common one. */
    public OptionalDouble shift(CanaryRound other) {
        return marks.entrySet().stream()
                .filter(given -> other.marks.containsKey(given.getKey()))
                .mapToDouble(given -> Math.abs(given.getValue() - other.marks.getOrDefault(given.getKey(), 0.0)))
                .max();
    }
}
