package io.musemeter.generator.scoresout;

import io.musemeter.events.Score;
import io.musemeter.events.ScoreOutcome;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A score in the words of OpenTelemetry's GenAI conventions (event {@code gen_ai.evaluation.result}). Nothing in it is text
 * of a story: names, numbers and codes of our own.
 */
final class Evaluation {
    static final String EVENT = "gen_ai.evaluation.result";

    private Evaluation() {}

    /** The event's attributes: what there is no value for has a label and a reason. */
    static List<KeyValue> attributes(Score score) {
        List<KeyValue> attributes = new ArrayList<>();
        attributes.add(text("gen_ai.evaluation.name", score.series().metric()));
        if (score.outcome() instanceof ScoreOutcome.Scored scored) {
            attributes.add(number("gen_ai.evaluation.score.value", scored.value()));
            attributes.add(text("gen_ai.evaluation.score.label", "scored"));
        } else if (score.outcome() instanceof ScoreOutcome.Unscorable unscorable) {
            attributes.add(text("gen_ai.evaluation.score.label", "unscorable"));
            attributes.add(text(
                    "gen_ai.evaluation.explanation", unscorable.reason().name().toLowerCase(Locale.ROOT)));
        } else if (score.outcome() instanceof ScoreOutcome.Failed failed) {
            attributes.add(text("gen_ai.evaluation.score.label", "failed"));
            attributes.add(text("error.type", failed.error()));
        }
        attributes.add(text("gen_ai.request.model", score.series().model()));
        attributes.add(number("gen_ai.request.temperature", score.temperature().asDouble()));
        attributes.add(text("gen_ai.prompt.name", score.series().promptId()));
        attributes.add(
                text("musemeter.evaluator.id", score.series().evaluatorId().text()));
        attributes.add(text("musemeter.score.id", score.scoreId()));
        attributes.add(text("musemeter.story.id", score.storyId()));
        return attributes;
    }

    static KeyValue text(String key, String value) {
        return KeyValue.newBuilder()
                .setKey(key)
                .setValue(AnyValue.newBuilder().setStringValue(value))
                .build();
    }

    private static KeyValue number(String key, double value) {
        return KeyValue.newBuilder()
                .setKey(key)
                .setValue(AnyValue.newBuilder().setDoubleValue(value))
                .build();
    }
}
