package io.musemeter.aggregator.topology;

import static io.musemeter.aggregator.Scores.NOON;
import static io.musemeter.aggregator.Scores.failed;
import static io.musemeter.aggregator.Scores.scored;
import static io.musemeter.aggregator.Scores.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.musemeter.aggregator.series.Batch;
import io.musemeter.events.LateDecision;
import io.musemeter.events.Score;
import io.musemeter.events.Source;
import io.musemeter.events.Story;
import io.musemeter.events.correlation.Coefficient;
import io.musemeter.events.correlation.Correlation;
import io.musemeter.events.correlation.Window;
import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.analysis.Analysis;
import io.musemeter.statistics.analysis.AnalysisConfig;
import io.musemeter.statistics.analysis.CorrelationAnalysis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Streaming and batch are one code: the same scores, the same bits, late ones included. */
class BatchTest {
    private static final Source SWEEP = new Source.Sweep();
    private static final String METRIC = "edit_distance";

    @Test
    void aListInOneGoGivesTheBitsThatTheTopologyArrivedAt() {
        List<Score> scores = scores();
        try (Pipeline pipeline = new Pipeline()) {
            scores.forEach(pipeline::send);
            pipeline.tick();
            Correlation streamed = pipeline.raw(scores.get(0), Window.ALL);
            Set<String> refused = pipeline.lateDecisions().stream()
                    .filter(decision -> !decision.accepted())
                    .map(LateDecision::scoreId)
                    .collect(Collectors.toSet());

            Collections.shuffle(scores, new Random(9));
            Analysis batch = CorrelationAnalysis.analyse(Batch.cells(scores, refused), AnalysisConfig.of(METRIC));

            assertThat(refused).hasSize(3);
            assertThat(streamed.n()).isEqualTo(batch.n());
            assertSameBits(streamed.slope(), batch.slope());
            assertSameBits(streamed.pearson(), batch.pearson());
            assertSameBits(streamed.spearman(), batch.spearman());
            assertSameBits(streamed.kendall(), batch.kendall());
            assertSameBits(streamed.somers(), batch.somers());
            assertThat(streamed.omegaSquared())
                    .isEqualTo(batch.omegaSquared().value().orElseThrow());
            for (int i = 0; i < batch.cells().size(); i++) {
                assertThat(streamed.cells().get(i).mean())
                        .isEqualTo(batch.cells().get(i).mean());
                assertThat(streamed.cells().get(i).sd())
                        .isEqualTo(batch.cells().get(i).sd());
                assertThat(streamed.cells().get(i).failed())
                        .isEqualTo(batch.cells().get(i).failed());
            }
        }
    }

    @Test
    void withoutTheRecordOfDecisionsLateScoresWouldCount() {
        List<Score> scores = scores();
        try (Pipeline pipeline = new Pipeline()) {
            scores.forEach(pipeline::send);
            pipeline.tick();

            long counted = pipeline.raw(scores.get(0), Window.ALL).counts().scored();

            assertThat(Batch.cells(scores, Set.of()).cells().values().stream()
                            .mapToLong(cell -> cell.scoredCount())
                            .sum())
                    .isEqualTo(counted + 3);
        }
    }

    @Test
    void scoresOfTwoSeriesAreNoBatch() {
        Story story = story("a", SWEEP, 1, NOON);

        assertThatThrownBy(() ->
                        Batch.cells(List.of(scored(story, METRIC, 0.5), scored(story, "distinct_1", 0.5)), Set.of()))
                .hasMessageStartingWith("scores: ");
        assertThatThrownBy(() -> Batch.cells(List.of(), Set.of())).hasMessageStartingWith("scores: ");
    }

    private static List<Score> scores() {
        List<Score> scores = new ArrayList<>();
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            Story story = story("s" + i, SWEEP, i % 7 / 3.0, NOON.minusSeconds(i % 100));
            if (i % 11 == 0) {
                scores.add(failed(story, METRIC));
            }
            if (i % 22 != 0) {
                scores.add(scored(story, METRIC, random.nextInt(1_000_000) / 1e6));
                scores.add(scores.get(scores.size() - 1));
            }
        }
        for (int i = 0; i < 3; i++) {
            scores.add(scored(story("late" + i, SWEEP, 1, NOON.minus(Duration.ofHours(30))), METRIC, 0.9));
        }
        return scores;
    }

    private static void assertSameBits(Coefficient streamed, Answer<Estimate> batch) {
        Estimate estimate = batch.value().orElseThrow();
        assertThat(streamed.estimate()).isEqualTo(estimate.estimate());
        assertThat(streamed.low()).isEqualTo(estimate.low());
        assertThat(streamed.high()).isEqualTo(estimate.high());
        assertThat(streamed.p()).isEqualTo(estimate.p());
    }
}
