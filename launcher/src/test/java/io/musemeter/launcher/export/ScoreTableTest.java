package io.musemeter.launcher.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.events.EvaluatorId;
import io.musemeter.events.Score;
import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.SeriesKey;
import io.musemeter.events.Source;
import io.musemeter.events.Temperature;
import io.musemeter.events.UnscorableReason;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreTableTest {
    private final FinalScores scores = new FinalScores();

    @Test
    void aScoreDeliveredTwiceIsOneRow() throws IOException {
        scores.add(score("a", "m", new ScoreOutcome.Scored(0.25)));
        scores.add(score("a", "m", new ScoreOutcome.Scored(0.25)));

        assertThat(table())
                .containsExactly(
                        "storyId,source,model,promptId,temperature,metric,evaluatorId,repetition,truncated,outcome,value",
                        "a,replay:r,m,p,0.7,edit_distance,computed/edit-distance/1/none,0,false,scored,0.25");
    }

    @Test
    void aValueIsFinalAndSupersedesAFailure() throws IOException {
        scores.add(score("a", "m", new ScoreOutcome.Failed("timeout")));
        scores.add(score("a", "m", new ScoreOutcome.Scored(0.5)));
        scores.add(score("a", "m", new ScoreOutcome.Unscorable(UnscorableReason.EMPTY_TEXT)));

        assertThat(table()).hasSize(2).last().asString().endsWith("scored,0.5");
    }

    @Test
    void whatHasNoValueSaysWhy() throws IOException {
        scores.add(score("a", "m", new ScoreOutcome.Unscorable(UnscorableReason.EMPTY_TEXT)));

        assertThat(table()).last().asString().endsWith("unscorable:empty_text,");
    }

    @Test
    void aNameCannotBecomeAFormulaOrAnotherColumn() throws IOException {
        scores.add(score("a", "=cmd(),\"x\"", new ScoreOutcome.Scored(1)));

        assertThat(table()).last().asString().contains("\"'=cmd(),\"\"x\"\"\"");
    }

    @Test
    void anIdThatBeginsWithASignStaysWhatItIs() throws IOException {
        scores.add(score("-1a", "@model", new ScoreOutcome.Scored(1)));

        assertThat(table()).last().asString().startsWith("-1a,replay:r,@model,");
    }

    private List<String> table() throws IOException {
        StringBuilder out = new StringBuilder();
        ScoreTable.write(scores.all(), out);
        return List.of(out.toString().split("\r\n"));
    }

    private static Score score(String storyId, String model, ScoreOutcome outcome) {
        SeriesKey series = new SeriesKey(
                "local",
                new Source.Replay("r"),
                model,
                "p",
                "1",
                "sampler",
                "edit_distance",
                EvaluatorId.parse("computed/edit-distance/1/none"));
        return new Score(
                storyId,
                series,
                Temperature.of(0.7),
                Instant.EPOCH,
                Score.ONCE,
                false,
                1,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                outcome);
    }
}
