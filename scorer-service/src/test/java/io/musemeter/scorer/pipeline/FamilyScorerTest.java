package io.musemeter.scorer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.musemeter.events.EvaluatorId;
import io.musemeter.events.Exemplar;
import io.musemeter.events.Score;
import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.Story;
import io.musemeter.events.UnscorableReason;
import io.musemeter.events.metrics.MetricCatalogue;
import io.musemeter.events.metrics.MetricSpec;
import io.musemeter.scorer.TestStories;
import io.musemeter.scorer.exemplars.StoryExemplar;
import io.musemeter.scorer.metric.Family;
import io.musemeter.scorer.metric.Metric;
import io.musemeter.scorer.metric.NotNowException;
import io.musemeter.scorer.metric.ScoringInput;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class FamilyScorerTest {
    private static final StoryExemplar UNNAMED = new StoryExemplar.Unnamed();
    private static final Exemplar EXEMPLAR = Exemplar.of("exemplar", Exemplar.Origin.CONFIGURED, Instant.EPOCH);
    private static final Story STORY = TestStories.written("story", "text");

    @Test
    void everyMetricGivesOneScoreSignedByItsEvaluator() {
        FamilyScorer<String> scorer = new FamilyScorer<>(family(value("mattr", 0.5), value("distinct_1", 0.25)));

        List<Score> scores = scorer.score(STORY, UNNAMED).scores();

        assertThat(scores)
                .extracting(score -> score.series().metric(), Score::outcome)
                .containsExactly(
                        tuple("mattr", new ScoreOutcome.Scored(0.5)),
                        tuple("distinct_1", new ScoreOutcome.Scored(0.25)));
        assertThat(scores).allSatisfy(score -> {
            assertThat(score.storyId()).isEqualTo("story");
            assertThat(score.repetition()).isEqualTo(Score.ONCE);
            assertThat(score.series().evaluatorId().name())
                    .isEqualTo(score.series().metric());
        });
    }

    @Test
    void aValueIsRoundedToTheMetricsGrid() {
        assertThat(outcome(value("mattr", 0.123456789), STORY, UNNAMED)).isEqualTo(new ScoreOutcome.Scored(0.123457));
    }

    @Test
    void aValueBeyondTheMetricsRangeIsItsNearerEnd() {
        assertThat(outcome(value("mattr", 1.5), STORY, UNNAMED)).isEqualTo(new ScoreOutcome.Scored(1));
        assertThat(outcome(value("reference_perplexity", 1e9), STORY, UNNAMED)).isEqualTo(new ScoreOutcome.Scored(1e6));
    }

    @Test
    void aRequestWithoutAStoryIsUnscorableForEveryMetric() {
        FamilyScorer<String> scorer = new FamilyScorer<>(family(value("mattr", 0.5), value("edit_distance", 0.5)));

        List<Score> scores =
                scorer.score(TestStories.timedOut("story"), UNNAMED).scores();

        assertThat(scores)
                .hasSize(2)
                .allSatisfy(score -> assertThat(score.outcome())
                        .isEqualTo(new ScoreOutcome.Unscorable(UnscorableReason.NOT_WRITTEN)));
    }

    @Test
    void aMetricThatComparesNeedsAnExemplarAndSaysWhyThereIsNone() {
        assertThat(outcome(value("edit_distance", 0.5), STORY, UNNAMED))
                .isEqualTo(new ScoreOutcome.Unscorable(UnscorableReason.NO_EXEMPLAR));
        assertThat(outcome(value("edit_distance", 0.5), STORY, new StoryExemplar.Missing()))
                .isEqualTo(new ScoreOutcome.Unscorable(UnscorableReason.EXEMPLAR_MISSING));
        assertThat(outcome(value("edit_distance", 0.5), STORY, new StoryExemplar.Found(EXEMPLAR)))
                .isEqualTo(new ScoreOutcome.Scored(0.5));
    }

    @Test
    void aMetricThatDoesNotCompareNeedsNoExemplar() {
        assertThat(outcome(value("mattr", 0.5), STORY, new StoryExemplar.Missing()))
                .isEqualTo(new ScoreOutcome.Scored(0.5));
    }

    @Test
    void aMetricThatThrowsFailsAloneAndSaysNothingOfTheText() {
        Metric<String> broken = metric("mattr", text -> {
            throw new IllegalStateException(text);
        });
        FamilyScorer<String> scorer = new FamilyScorer<>(family(broken, value("distinct_1", 0.25)));

        List<Score> scores = scorer.score(STORY, UNNAMED).scores();

        assertThat(scores)
                .extracting(Score::outcome)
                .containsExactly(new ScoreOutcome.Failed("metric_failed"), new ScoreOutcome.Scored(0.25));
    }

    @Test
    void anAnalysisThatOverflowsTheStackFailsItsMetrics() {
        FamilyScorer<String> scorer = new FamilyScorer<>(new TestFamily(List.of(value("mattr", 0.5)), input -> {
            throw new StackOverflowError();
        }));

        List<Score> scores = scorer.score(STORY, UNNAMED).scores();

        assertThat(scores).extracting(Score::outcome).containsExactly(new ScoreOutcome.Failed("analysis_failed"));
    }

    @Test
    void aStoryThatCannotBeScoredForNowHasNoScore() {
        FamilyScorer<String> scorer = new FamilyScorer<>(new TestFamily(List.of(value("mattr", 0.5)), input -> {
            throw new NotNowException("later");
        }));

        assertThatThrownBy(() -> scorer.score(STORY, UNNAMED)).isInstanceOf(NotNowException.class);
    }

    private static ScoreOutcome outcome(Metric<String> metric, Story story, StoryExemplar exemplar) {
        return new FamilyScorer<>(family(metric))
                .score(story, exemplar)
                .scores()
                .get(0)
                .outcome();
    }

    private static Metric<String> value(String name, double value) {
        return metric(name, text -> new ScoreOutcome.Scored(value));
    }

    private static Metric<String> metric(String name, Function<String, ScoreOutcome> score) {
        return new TestMetric(MetricCatalogue.named(name), score);
    }

    @SafeVarargs
    private static Family<String> family(Metric<String>... metrics) {
        return new TestFamily(List.of(metrics), input -> input.written().text());
    }

    private record TestMetric(MetricSpec spec, Function<String, ScoreOutcome> formula) implements Metric<String> {
        @Override
        public EvaluatorId evaluatorId() {
            return new EvaluatorId("computed", spec.name(), "1", "none");
        }

        @Override
        public ScoreOutcome score(String analysed) {
            return formula.apply(analysed);
        }
    }

    private record TestFamily(List<Metric<String>> metrics, Function<ScoringInput, String> analysis)
            implements Family<String> {
        @Override
        public String name() {
            return "test";
        }

        @Override
        public String analyse(ScoringInput input) {
            return analysis.apply(input);
        }
    }
}
