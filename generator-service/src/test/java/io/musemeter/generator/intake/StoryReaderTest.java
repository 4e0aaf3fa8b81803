package io.musemeter.generator.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.musemeter.events.FinishReason;
import io.musemeter.events.InvalidEventException;
import io.musemeter.events.NotWrittenReason;
import io.musemeter.events.RecordOrigin;
import io.musemeter.events.Source;
import io.musemeter.events.Story;
import io.musemeter.events.StoryOutcome;
import io.musemeter.generator.privacy.Redactions;
import io.musemeter.generator.prompt.PromptNaming;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoryReaderTest {
    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
    private static final StoryReader READER =
            new StoryReader("local", 100, new PromptNaming(Map.of()), Redactions.NONE);

    private static Story read(String json) {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Story read(byte[] json) {
        return READER.read(json, new Arrival(new RecordOrigin("test", 0, 1), new Source.Production(), null, null, NOW));
    }

    @Test
    void aStoryIsReadWithItsWholeSamplerChain() {
        Story story = read("""
                {"id":"a","model":"m","prompt":"p","temperature":0.70,"topP":0.9,"topK":50,"minP":0.05,"seed":7,
                 "frequencyPenalty":0.5,"presencePenalty":-0.5,"repeatPenalty":1.1,"maxTokens":99,
                 "text":"Once.","finishReason":"length","tokenLogProbabilities":[-0.5,-1.5],"topLogProbabilities":[[-0.5,-1]],"unheardOf":{"a":[1]}}""");

        assertThat(story.sampler().temperature()).hasToString("0.7");
        assertThat(story.sampler().minP()).isEqualTo(0.05);
        assertThat(story.sampler().repeatPenalty()).isEqualTo(1.1);
        assertThat(story.outcome())
                .isEqualTo(new StoryOutcome.Written(
                        "Once.",
                        FinishReason.LENGTH,
                        java.util.List.of(-0.5, -1.5),
                        java.util.List.of(java.util.List.of(-0.5, -1.0))));
        assertThat(story.eventTime()).isEqualTo(NOW);
    }

    @Test
    void namesMayBeWrittenAsTheProvidersDo() {
        Story story = read("""
                {"id":"a","model":"m","prompt_id":"p","temperature":0.7,"top_p":0.9,"top_k":50,"min_p":0.05,"max_tokens":99,
                 "frequency_penalty":0.5,"text":"Once.","finish_reason":"length"}""");

        assertThat(story.sampler()).isEqualTo(read("""
                        {"id":"a","model":"m","promptId":"p","temperature":0.7,"topP":0.9,"topK":50,"minP":0.05,
                         "maxTokens":99,"frequencyPenalty":0.5,"text":"Once.","finishReason":"length"}""").sampler());
        assertThat(story.sampler().topP()).isEqualTo(0.9);
        assertThat(story.prompt().id()).isEqualTo("p");
        assertThat(story.outcome()).isEqualTo(new StoryOutcome.Written("Once.", FinishReason.LENGTH, null));
    }

    @Test
    void theSameIdIsTheSameStory() {
        String json = "{\"id\":\"a\",\"model\":\"m\",\"temperature\":1,\"text\":\"%s\"}";

        assertThat(read(json.formatted("one")).storyId())
                .isEqualTo(read(json.formatted("two")).storyId());
    }

    @Test
    void whatWasNotWrittenSaysWhy() {
        Story story = read("{\"id\":\"a\",\"model\":\"m\",\"temperature\":2,\"notWritten\":\"timeout\"}");

        assertThat(story.outcome()).isEqualTo(new StoryOutcome.NotWritten(NotWrittenReason.TIMEOUT));
    }

    @Test
    void anEmptyTextIsAStoryForTheScorersToJudge() {
        Story story = read("{\"id\":\"a\",\"model\":\"m\",\"temperature\":2,\"text\":\"\"}");

        assertThat(((StoryOutcome.Written) story.outcome()).text()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\":\"a\",\"model\":\"m\",\"text\":\"t\"} | temperature",
                "{\"id\":\"a\",\"model\":\"m\",\"text\":\"t\",\"temperature\":-0.1} | temperature",
                "{\"id\":\"a\",\"model\":\"m\",\"text\":\"t\",\"temperature\":5.1} | temperature",
                "{\"id\":\"a\",\"model\":\"m\",\"text\":\"t\",\"temperature\":1e999999999} | temperature",
                "{\"id\":\"a\",\"model\":\"m\",\"text\":\"t\",\"temperature\":\"NaN\"} | temperature",
                "{\"id\":\"a\",\"model\":\"m\",\"text\":\"t\",\"temperature\":NaN} | $",
                "{\"id\":\"a\",\"model\":\"m\",\"text\":\"t\",\"temperature\":Infinity} | $",
                "{\"id\":\"a\",\"model\":\"m\",\"text\":null,\"temperature\":1} | text",
                "{\"id\":\"a\",\"model\":\"m\",\"temperature\":1} | text",
                "{\"id\":\"a\",\"model\":\"m\",\"temperature\":1,\"text\":\"\\ud800\"} | text",
                "{\"id\":\"a\",\"text\":\"t\",\"temperature\":1} | model",
                "{\"id\":\"a\",\"model\":\" \",\"text\":\"t\",\"temperature\":1} | model.name",
                "{\"model\":\"m\",\"text\":\"t\",\"temperature\":1} | id",
                "{\"id\":\"a\",\"model\":\"m\",\"text\":\"t\",\"temperature\":1,\"source\":\"sweep\"} | source",
                "{\"id\":\"a\",\"model\":\"m\",\"text\":\"t\",\"temperature\":1,\"source\":\"else\"} | source",
                "{\"id\":\"a\",\"model\":\"m\",\"text\":\"t\",\"temperature\":1,\"topP\":1.5} | sampler.topP",
                "{\"id\":\"a\",\"model\":\"m\",\"text\":\"t\",\"temperature\":1,\"traceId\":\"xyz\"} | traceId",
                "{\"id\":\"a\",\"model\":\"m\",\"text\":\"t\",\"temperature\":1,\"eventTime\":\"soon\"} | eventTime",
                "{\"id\":\"a\",\"model\":\"m\",\"text\":\"t\",\"temperature\":1,\"notWritten\":1} | notWritten",
                "{\"id\":\"a\",\"model\":\"m\",\"text\":\"t\",\"temp | $",
                "[] | $",
                "null | $",
                "`` | $",
            })
    void badInputNamesTheFieldAtFault(String json, String field) {
        assertThatExceptionOfType(InvalidEventException.class)
                .isThrownBy(() -> read(json))
                .satisfies(e -> assertThat(e.field()).isEqualTo(field));
    }

    @Test
    void textBeyondTheBoundIsRefusedByItsBytes() {
        String json = "{\"id\":\"a\",\"model\":\"m\",\"temperature\":1,\"text\":\"%s\"}";

        assertThat(read(json.formatted("ä".repeat(50)))).isNotNull();
        assertThatExceptionOfType(InvalidEventException.class)
                .isThrownBy(() -> read(json.formatted("ä".repeat(51))))
                .withMessage("text: is longer than 100 bytes");
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        byte[] json =
                "{\"id\":\"a\",\"model\":\"m\",\"temperature\":1,\"text\":\"X\"}".getBytes(StandardCharsets.UTF_8);
        json[json.length - 3] = (byte) 0xff;

        assertThatExceptionOfType(InvalidEventException.class)
                .isThrownBy(() -> read(json))
                .withMessage("$: is not UTF-8");
    }

    @Test
    void aRefusalNeverQuotesTheStory() {
        assertThatExceptionOfType(InvalidEventException.class)
                .isThrownBy(() -> read("{\"id\":\"a\",\"temperature\":\"secret words\",\"text\":\"secret words\"}"))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }
}
