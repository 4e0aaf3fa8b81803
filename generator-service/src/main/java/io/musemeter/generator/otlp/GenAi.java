package io.musemeter.generator.otlp;

import io.musemeter.events.FinishReason;
import io.musemeter.events.InvalidEventException;
import io.musemeter.events.NotWrittenReason;
import io.musemeter.events.Temperature;
import io.musemeter.generator.intake.StoryForm;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads OpenTelemetry's GenAI conventions. What they have no attribute for is taken from {@code musemeter.*}: {@code
 * request.min_p}, {@code request.repeat_penalty}, {@code story.id}, {@code source}, {@code exemplar.hash}, {@code
 * propensity}.
 */
final class GenAi {
    private static final Set<String> WRITING = Set.of("chat", "text_completion", "generate_content", "completion");

    private GenAi() {}

    static Reading read(Inference inference) {
        Attributes attributes = inference.attributes();
        if (Inferences.isChoice(attributes)) {
            return new Reading.Incomplete(Reading.Fault.NO_TEMPERATURE);
        }
        if (!writes(attributes)) {
            return new Reading.NotInference();
        }
        List<OutputMessage> messages = OutputMessages.of(attributes);
        boolean failed = inference.failed() || attributes.hasAny("error.type");
        if (messages.isEmpty() && !failed) {
            return new Reading.Incomplete(Reading.Fault.NO_CONTENT);
        }
        if (!attributes.hasAny("gen_ai.request.temperature")) {
            return new Reading.Incomplete(Reading.Fault.NO_TEMPERATURE);
        }
        if (!attributes.hasAny("gen_ai.request.model", "gen_ai.response.model")) {
            return new Reading.Incomplete(Reading.Fault.NO_MODEL);
        }
        if (inference.traceId() == null || inference.spanId() == null) {
            return new Reading.Incomplete(Reading.Fault.NO_IDENTITY);
        }
        try {
            return new Reading.Answered(stories(inference, messages));
        } catch (InvalidEventException e) {
            return new Reading.Invalid(e);
        }
    }

    private static List<StoryForm> stories(Inference inference, List<OutputMessage> messages) {
        if (messages.isEmpty()) {
            return List.of(
                    story(inference, 0, null, reason(inference.attributes().text("error.type"))));
        }
        List<StoryForm> stories = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            stories.add(story(inference, i, messages.get(i), null));
        }
        return stories;
    }

    private static boolean writes(Attributes attributes) {
        String operation = attributes.text("gen_ai.operation.name");
        return operation == null
                ? attributes.hasAny("gen_ai.request.model", "gen_ai.request.temperature")
                : WRITING.contains(operation);
    }

    private static StoryForm story(
            Inference inference, int index, @Nullable OutputMessage message, @Nullable NotWrittenReason notWritten) {
        Attributes attributes = inference.attributes();
        String own = attributes.text("musemeter.story.id");
        return new StoryForm(
                own == null ? inference.traceId() + ":" + inference.spanId() + ":" + index : own,
                inference.resource().text("deployment.environment.name", "deployment.environment"),
                attributes.text("musemeter.source"),
                attributes.text("gen_ai.request.model", "gen_ai.response.model"),
                attributes.text("gen_ai.response.model"),
                attributes.text("openai.response.system_fingerprint", "gen_ai.openai.response.system_fingerprint"),
                InputMessages.lastOfUser(attributes),
                attributes.text("gen_ai.prompt.name"),
                attributes.text("gen_ai.prompt.version"),
                temperature(attributes),
                attributes.number("gen_ai.request.top_p"),
                attributes.integer("gen_ai.request.top_k"),
                attributes.number("musemeter.request.min_p"),
                attributes.longInteger("gen_ai.request.seed", "gen_ai.openai.request.seed"),
                attributes.number("gen_ai.request.frequency_penalty"),
                attributes.number("gen_ai.request.presence_penalty"),
                attributes.number("musemeter.request.repeat_penalty"),
                attributes.integer("gen_ai.request.max_tokens"),
                message == null ? null : message.text(),
                message == null ? FinishReason.UNKNOWN : message.finishReason(),
                null,
                null,
                notWritten,
                attributes.text("musemeter.exemplar.hash"),
                inference.traceId(),
                inference.spanId(),
                null,
                attributes.number("musemeter.propensity"),
                inference.start());
    }

    private static Temperature temperature(Attributes attributes) {
        Double number = attributes.number("gen_ai.request.temperature");
        if (number == null) {
            throw new InvalidEventException("temperature", "is not a number");
        }
        if (!Double.isFinite(number)) {
            throw new InvalidEventException("temperature", "must be a finite number");
        }
        // Instrumentations that hold 32-bit floats send 0.7 as 0.699999988079071: the nearest short decimal is meant.
        return (double) number.floatValue() == number
                ? Temperature.parse(new BigDecimal(Float.toString(number.floatValue())))
                : Temperature.of(number);
    }

    private static NotWrittenReason reason(@Nullable String errorType) {
        String type = errorType == null ? "" : errorType.toLowerCase(Locale.ROOT);
        if (type.contains("timeout") || type.contains("deadline") || type.equals("408") || type.equals("504")) {
            return NotWrittenReason.TIMEOUT;
        }
        if (type.contains("rate") || type.equals("429")) {
            return NotWrittenReason.RATE_LIMITED;
        }
        return type.contains("content_filter") ? NotWrittenReason.CONTENT_FILTER : NotWrittenReason.PROVIDER_ERROR;
    }
}
