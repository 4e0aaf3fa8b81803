package io.musemeter.aggregator.answer;

import io.musemeter.events.correlation.Coefficient;
import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Estimate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns answers into figures of the wire and collects why some have none. */
final class Figures {
    private final Map<String, String> noAnswer = new LinkedHashMap<>();

    Map<String, String> noAnswer() {
        return noAnswer;
    }

    @Nullable
    Coefficient coefficient(String name, Answer<Estimate> answer) {
        Estimate estimate = orReason(name, answer);
        return estimate == null ? null : of(estimate);
    }

    static Coefficient of(Estimate estimate) {
        return new Coefficient(
                estimate.estimate(),
                estimate.low(),
                estimate.high(),
                estimate.p(),
                estimate.standardError(),
                estimate.degreesOfFreedom(),
                estimate.n());
    }

    @Nullable
    Double number(String name, Answer<Double> answer) {
        return orReason(name, answer);
    }

    /** What was found; else null, and the reason is kept under the figure's name. */
    <T> @Nullable T orReason(String name, Answer<T> answer) {
        if (answer instanceof Answer.Known<T> known) {
            return known.get();
        }
        if (answer instanceof Answer.Unknown<T> unknown) {
            noAnswer.put(name, unknown.detail());
        }
        return null;
    }

    void missing(String name, String reason) {
        noAnswer.put(name, reason);
    }
}
