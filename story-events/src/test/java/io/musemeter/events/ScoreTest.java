package io.musemeter.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreTest {
    private static Score score(String metric, StoryOutcome outcome) {
        Story story = new Story(
                "a",
                "local",
                new Source.Sweep(),
                ModelIdentity.named("m"),
                new PromptIdentity("p", "1"),
                Sampler.at(Temperature.of(1)),
                "exemplar",
                null,
                null,
                null,
                null,
                Instant.EPOCH,
                outcome);
        return Score.of(
                story,
                metric,
                EvaluatorId.parse("computed/test/1/none"),
                Score.ONCE,
                new ScoreOutcome.Unscorable(UnscorableReason.TOO_SHORT));
    }

    @Test
    void aScoreNamesTheExemplarOnlyWhereItsMetricComparesWithOne() {
        StoryOutcome written = new StoryOutcome.Written("Once.", FinishReason.STOP, null);

        assertThat(score("edit_distance", written).exemplarHash()).isEqualTo("exemplar");
        assertThat(score("distinct_1", written).exemplarHash()).isNull();
        assertThat(score("no_such_metric", written).exemplarHash()).isNull();
    }

    @Test
    void aStoryThatWasNotWrittenHasNoWords() {
        assertThat(score("distinct_1", new StoryOutcome.NotWritten(NotWrittenReason.TIMEOUT))
                        .words())
                .isNull();
        assertThat(score("distinct_1", new StoryOutcome.Written("One two.", FinishReason.STOP, null))
                        .words())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|0",
                "' \t\n '|0",
                "one|1",
                "'One, two - three.'|3",
                "don't stop|2",
                "well-known|1",
                "\u00fcber\u2003uns|2",
                "'3 \uD83E\uDD8A foxes'|2",
                "'... !? --'|0"
            })
    void wordsAreRunsThatHoldALetterOrADigit(String text, int words) {
        assertThat(Words.count(text)).isEqualTo(words);
    }
}
