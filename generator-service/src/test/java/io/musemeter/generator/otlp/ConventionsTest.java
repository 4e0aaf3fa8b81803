package io.musemeter.generator.otlp;

import static io.musemeter.generator.otlp.Spans.event;
import static io.musemeter.generator.otlp.Spans.read;
import static io.musemeter.generator.otlp.Spans.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.events.FinishReason;
import io.musemeter.events.NotWrittenReason;
import io.musemeter.generator.intake.StoryForm;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every generation of the GenAI conventions, in payloads of our own. */
class ConventionsTest {
    private static final Object[] REQUEST = {
        "gen_ai.operation.name", "chat", "gen_ai.request.model", "gpt-x", "gen_ai.request.temperature", 0.7
    };

    private static Object[] request(Object... more) {
        return Stream.concat(Stream.of(REQUEST), Stream.of(more)).toArray();
    }

    private static List<StoryForm> stories(Span.Builder span) {
        return ((Reading.Answered) read(span)).stories();
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(
                        "present, JSON text",
                        span(
                                request(
                                        "gen_ai.output.messages",
                                        "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"text\",\"content\":\"Once.\"}],"
                                                + "\"finish_reason\":\"length\"}]",
                                        "gen_ai.input.messages",
                                        "[{\"role\":\"system\",\"parts\":[{\"type\":\"text\",\"content\":\"Be kind.\"}]},"
                                                + "{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"Tell.\"}]}]"))),
                Arguments.of(
                        "present, structured",
                        span(request(
                                "gen_ai.output.messages",
                                List.of(Map.of(
                                        "role",
                                        "assistant",
                                        "parts",
                                        List.of(Map.of("type", "text", "content", "Once.")),
                                        "finish_reason",
                                        "length")),
                                "gen_ai.input.messages",
                                List.of(Map.of(
                                        "role",
                                        "user",
                                        "parts",
                                        List.of(Map.of("type", "text", "content", "Tell."))))))),
                Arguments.of(
                        "present, on the event",
                        span(request())
                                .addEvents(event(
                                        "gen_ai.client.inference.operation.details",
                                        "gen_ai.output.messages",
                                        "[{\"parts\":[{\"type\":\"reasoning\",\"content\":\"Hm.\"},"
                                                + "{\"type\":\"text\",\"content\":\"On\"},"
                                                + "{\"type\":\"text\",\"content\":\"ce.\"}],"
                                                + "\"finish_reason\":\"length\"}]",
                                        "gen_ai.input.messages",
                                        "[{\"role\":\"user\",\"content\":\"Tell.\"}]"))),
                Arguments.of(
                        "older, plain text on the span",
                        span(
                                "gen_ai.system",
                                "openai",
                                "gen_ai.request.model",
                                "gpt-x",
                                "gen_ai.request.temperature",
                                "0.7",
                                "gen_ai.prompt",
                                "Tell.",
                                "gen_ai.completion",
                                "Once.",
                                "gen_ai.response.finish_reasons",
                                List.of("length"))),
                Arguments.of(
                        "older, JSON on span events",
                        span(request("gen_ai.response.finish_reasons", List.of("length")))
                                .addEvents(event(
                                        "gen_ai.content.prompt",
                                        "gen_ai.prompt",
                                        "[{\"role\":\"user\",\"content\":\"Tell.\"}]"))
                                .addEvents(event(
                                        "gen_ai.content.completion",
                                        "gen_ai.completion",
                                        "[{\"role\":\"assistant\",\"content\":\"Once.\"}]"))),
                Arguments.of(
                        "older, one attribute a message",
                        span(
                                "gen_ai.system",
                                "openai",
                                "gen_ai.request.model",
                                "gpt-x",
                                "gen_ai.request.temperature",
                                0.7,
                                "gen_ai.prompt.0.role",
                                "system",
                                "gen_ai.prompt.0.content",
                                "Be kind.",
                                "gen_ai.prompt.1.role",
                                "user",
                                "gen_ai.prompt.1.content",
                                "Tell.",
                                "gen_ai.completion.0.role",
                                "assistant",
                                "gen_ai.completion.0.content",
                                "Once.",
                                "gen_ai.completion.0.finish_reason",
                                "length")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void everyGenerationGivesTheSameStory(String generation, Span.Builder span) {
        StoryForm story = stories(span).get(0);

        assertThat(story.text()).isEqualTo("Once.");
        assertThat(story.prompt()).isEqualTo("Tell.");
        assertThat(story.finishReason()).isEqualTo(FinishReason.LENGTH);
        assertThat(story.temperature()).hasToString("0.7");
        assertThat(story.model()).isEqualTo("gpt-x");
    }

    @Test
    void theSamplerChainAndTheModelsOwnWordsAreRead() {
        StoryForm story = stories(span(request(
                        "gen_ai.completion",
                        "Once.",
                        "gen_ai.request.top_p",
                        0.9,
                        "gen_ai.request.top_k",
                        50.0,
                        "gen_ai.request.seed",
                        7,
                        "gen_ai.request.max_tokens",
                        100,
                        "gen_ai.request.frequency_penalty",
                        0.5,
                        "gen_ai.request.presence_penalty",
                        -0.5,
                        "musemeter.request.min_p",
                        0.05,
                        "gen_ai.response.model",
                        "gpt-x-2026",
                        "openai.response.system_fingerprint",
                        "fp_1",
                        "gen_ai.prompt.name",
                        "bedtime",
                        "gen_ai.prompt.version",
                        "3",
                        "musemeter.propensity",
                        0.05)))
                .get(0);

        assertThat(story.topP()).isEqualTo(0.9);
        assertThat(story.topK()).isEqualTo(50);
        assertThat(story.seed()).isEqualTo(7);
        assertThat(story.maxTokens()).isEqualTo(100);
        assertThat(story.frequencyPenalty()).isEqualTo(0.5);
        assertThat(story.presencePenalty()).isEqualTo(-0.5);
        assertThat(story.minP()).isEqualTo(0.05);
        assertThat(story.responseModel()).isEqualTo("gpt-x-2026");
        assertThat(story.fingerprint()).isEqualTo("fp_1");
        assertThat(story.promptId()).isEqualTo("bedtime");
        assertThat(story.promptVersion()).isEqualTo("3");
        assertThat(story.propensity()).isEqualTo(0.05);
        assertThat(story.traceId()).isEqualTo(Spans.TRACE);
        assertThat(story.eventTime()).hasToString("2023-11-14T22:13:20.123456789Z");
    }

    @Test
    void everyChoiceIsAStoryOfItsOwn() {
        List<StoryForm> stories = stories(span(request(
                "gen_ai.completion",
                "[{\"content\":\"One.\"},{\"content\":\"Two.\"}]",
                "gen_ai.response.finish_reasons",
                List.of("stop", "length"))));

        assertThat(stories).extracting(StoryForm::text).containsExactly("One.", "Two.");
        assertThat(stories).extracting(StoryForm::finishReason).containsExactly(FinishReason.STOP, FinishReason.LENGTH);
        assertThat(stories).extracting(StoryForm::id).doesNotHaveDuplicates();
    }

    @Test
    void aTemperatureHeldInThirtyTwoBitsIsTheShortDecimalThatWasMeant() {
        StoryForm story = stories(span(
                        "gen_ai.request.model", "m",
                        "gen_ai.request.temperature", (double) 0.7f,
                        "gen_ai.completion", "Once."))
                .get(0);

        assertThat(story.temperature()).hasToString("0.7");
    }

    @Test
    void aFailedRequestIsDataOfItsTemperature() {
        StoryForm timeout = stories(span(request("error.type", "timeout"))).get(0);
        StoryForm refused = stories(span(request("error.type", "429"))).get(0);
        StoryForm failed = stories(
                        span(request()).setStatus(Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR)))
                .get(0);

        assertThat(timeout.notWritten()).isEqualTo(NotWrittenReason.TIMEOUT);
        assertThat(refused.notWritten()).isEqualTo(NotWrittenReason.RATE_LIMITED);
        assertThat(failed.notWritten()).isEqualTo(NotWrittenReason.PROVIDER_ERROR);
        assertThat(failed.temperature()).hasToString("0.7");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(read(span(request()))).isEqualTo(new Reading.Incomplete(Reading.Fault.NO_CONTENT));
        assertThat(read(span("gen_ai.request.model", "m", "gen_ai.completion", "Once.")))
                .isEqualTo(new Reading.Incomplete(Reading.Fault.NO_TEMPERATURE));
        assertThat(read(span("gen_ai.request.temperature", 1.0, "gen_ai.completion", "Once.")))
                .isEqualTo(new Reading.Incomplete(Reading.Fault.NO_MODEL));
        assertThat(read(span(request("gen_ai.completion", "Once.")).clearTraceId()))
                .isEqualTo(new Reading.Incomplete(Reading.Fault.NO_IDENTITY));
    }

    @Test
    void aTemperatureThatIsNoneIsInvalid() {
        Reading reading = read(
                span("gen_ai.request.model", "m", "gen_ai.request.temperature", "warm", "gen_ai.completion", "Once."));

        assertThat(reading).isInstanceOf(Reading.Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e400", "Infinity", "-Infinity", "NaN"})
    void aTemperatureBeyondAllNumbersIsInvalid(String temperature) {
        List<Object> written = List.of(temperature, Double.valueOf(temperature));

        assertThat(written)
                .allSatisfy(value -> assertThat(read(span(
                                "gen_ai.request.model",
                                "m",
                                "gen_ai.request.temperature",
                                value,
                                "gen_ai.completion",
                                "Once.")))
                        .isInstanceOfSatisfying(
                                Reading.Invalid.class,
                                invalid -> assertThat(invalid.problem().field()).isEqualTo("temperature")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"embeddings", "execute_tool", "create_agent", "invoke_agent"})
    void otherOperationsAreNoStories(String operation) {
        Reading reading = read(span("gen_ai.operation.name", operation, "gen_ai.request.model", "m"));

        assertThat(reading).isEqualTo(new Reading.NotInference());
    }

    @Test
    void spansOfOtherThingsAreNoStories() {
        assertThat(read(span("http.request.method", "GET"))).isEqualTo(new Reading.NotInference());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\":\"The fox\",\"story\":\"Once.\"}",
                "[1] Once there was a fox.",
                "{} and so it ended.",
                "[1,2,3]",
                "\"Once\", said the fox.",
                "7"
            })
    void anAnswerThatIsOrBeginsLikeJsonIsAText(String text) {
        assertThat(stories(span(request("gen_ai.completion", text))))
                .extracting(StoryForm::text)
                .containsExactly(text);
    }

    @Test
    void aMessageWithoutATextIsNoContentInTheOlderAttributeEither() {
        assertThat(read(span(
                        request("gen_ai.completion", "[{\"role\":\"assistant\",\"content\":[{\"type\":\"image\"}]}]"))))
                .isEqualTo(new Reading.Incomplete(Reading.Fault.NO_CONTENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{}", "[[[]]]", "[null]", "[{\"parts\":7}]", "[{\"parts\":[{\"type\":\"image\"}]}]"})
    void contentThatIsNoMessageIsNoContent(String hostile) {
        assertThat(read(span(request("gen_ai.output.messages", hostile))))
                .isEqualTo(new Reading.Incomplete(Reading.Fault.NO_CONTENT));
    }
}
