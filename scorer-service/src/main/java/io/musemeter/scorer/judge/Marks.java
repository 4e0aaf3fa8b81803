package io.musemeter.scorer.judge;

import java.util.Map;
import java.util.Optional;

/**
 * A judge's marks.
 *
 * @param byQuestion a mark in [1, 5] for every question asked: a whole number, or the mean over the judge's own
 *     probabilities
 */
public record Marks(Map<Question, Double> byQuestion) {
    /** @throws IllegalArgumentException when a mark lies outside [1, 5] */
    public Marks {
        byQuestion = Map.copyOf(byQuestion);
        byQuestion.forEach((question, mark) -> {
            if (!(mark >= Question.LOW && mark <= Question.HIGH)) {
                throw new IllegalArgumentException(question.field() + ": must lie in [1, 5]");
            }
        });
    }

    /** The mark on a question, when it was asked. */
    public Optional<Double> on(Question question) {
        return Optional.ofNullable(byQuestion.get(question));
    }
}
