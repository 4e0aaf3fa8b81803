package io.musemeter.aggregator.topology;

import static io.musemeter.aggregator.Scores.NOON;
import static io.musemeter.aggregator.Scores.failed;
import static io.musemeter.aggregator.Scores.notWritten;
import static io.musemeter.aggregator.Scores.sampled;
import static io.musemeter.aggregator.Scores.sampledOut;
import static io.musemeter.aggregator.Scores.scored;
import static io.musemeter.aggregator.Scores.story;
import static io.musemeter.aggregator.Scores.unscorable;
import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.events.Score;
import io.musemeter.events.Source;
import io.musemeter.events.Story;
import io.musemeter.events.correlation.Correlation;
import io.musemeter.events.correlation.Counts;
import io.musemeter.events.correlation.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CountingTest {
    private static final Source SWEEP = new Source.Sweep();
    private static final String METRIC = "edit_distance";

    @Test
    void aScoreDeliveredTwiceCountsOnce() {
        try (Pipeline pipeline = new Pipeline()) {
            Score score = scored(story("a", SWEEP, 1, NOON), METRIC, 0.5);

            pipeline.send(score).tick().send(score).tick();

            assertThat(pipeline.raw(score, Window.ALL).counts()).isEqualTo(new Counts(1, 0, 0, 0));
        }
    }

    @Test
    void aStoryAskedForAgainAnHourLaterCountsOnce() {
        try (Pipeline pipeline = new Pipeline()) {
            Story first = story("a", SWEEP, 1, NOON.minus(Duration.ofHours(1)));
            Story again = story("a", SWEEP, 1, NOON);
            Score failed = failed(first, METRIC);

            pipeline.send(first)
                    .send(again)
                    .send(failed)
                    .send(scored(again, METRIC, 0.5))
                    .send(scored(first, METRIC, 0.5))
                    .tick();

            assertThat(pipeline.answer(failed, Window.ALL).counts()).isEqualTo(new Counts(1, 0, 0, 0));
            assertThat(pipeline.answer(failed, Window.ALL).expected()).isEqualTo(1);
        }
    }

    @Test
    void aDuplicateMakesNoNews() {
        try (Pipeline pipeline = new Pipeline()) {
            Score score = scored(story("a", SWEEP, 1, NOON), METRIC, 0.5);
            pipeline.send(score).tick();

            pipeline.send(score);
            long emitted = pipeline.tick().emitted();

            assertThat(emitted).isZero();
        }
    }

    @Test
    void aLaterValueReplacesAFailure() {
        try (Pipeline pipeline = new Pipeline()) {
            Story story = story("a", SWEEP, 1, NOON);
            Score score = scored(story, METRIC, 0.5);

            pipeline.send(failed(story, METRIC)).tick().send(score).tick();

            for (Window window : Window.values()) {
                assertThat(pipeline.raw(score, window).counts()).isEqualTo(new Counts(1, 0, 0, 0));
            }
        }
    }

    @Test
    void aValueIsFinal() {
        try (Pipeline pipeline = new Pipeline()) {
            Story story = story("a", SWEEP, 1, NOON);
            Score score = scored(story, METRIC, 0.5);

            pipeline.send(score)
                    .send(unscorable(story, METRIC))
                    .send(failed(story, METRIC))
                    .send(scored(story, METRIC, 0.9))
                    .tick();

            Correlation answer = pipeline.raw(score, Window.ALL);
            assertThat(answer.counts()).isEqualTo(new Counts(1, 0, 0, 0));
            assertThat(answer.cells().get(0).mean()).isEqualTo(0.5);
        }
    }

    @Test
    void knowingWhyReplacesAFailureButNotTheOtherWayRound() {
        try (Pipeline pipeline = new Pipeline()) {
            Story story = story("a", SWEEP, 1, NOON);
            Score score = unscorable(story, METRIC);

            pipeline.send(failed(story, METRIC))
                    .send(score)
                    .send(failed(story, METRIC))
                    .tick();

            assertThat(pipeline.raw(score, Window.ALL).counts()).isEqualTo(new Counts(0, 1, 0, 0));
        }
    }

    @Test
    void aStoryLeftOutOfTheSampleIsAccountedForAndNotMissing() {
        try (Pipeline pipeline = new Pipeline()) {
            Story first = story("a", SWEEP, 1, NOON);
            Story second = story("b", SWEEP, 1, NOON);
            Score score = scored(first, METRIC, 0.5);

            pipeline.send(first)
                    .send(second)
                    .send(score)
                    .send(sampledOut(second, METRIC))
                    .tick();

            Correlation answer = pipeline.answer(score, Window.ALL);
            assertThat(answer.counts()).isEqualTo(new Counts(1, 0, 0, 1, 0));
            assertThat(answer.pending()).isZero();
            assertThat(answer.cells().get(0).sampledOut()).isEqualTo(1);
        }
    }

    @Test
    void whatIsKnownLeastIsReplacedWhateverComesFirst() {
        Story story = story("a", SWEEP, 1, NOON);
        List<Score> scores = List.of(sampledOut(story, METRIC), failed(story, METRIC), unscorable(story, METRIC));
        for (int first = 0; first < 3; first++) {
            List<Score> order = new ArrayList<>(scores);
            Collections.rotate(order, first);
            try (Pipeline pipeline = new Pipeline()) {
                order.forEach(pipeline::send);
                pipeline.tick();

                assertThat(pipeline.raw(scores.get(0), Window.ALL).counts()).isEqualTo(new Counts(0, 1, 0, 0, 0));
            }
        }
    }

    @Test
    void theShareOfTheTrafficThatWasLetInIsShown() {
        try (Pipeline pipeline = new Pipeline()) {
            Score score = sampled(scored(story("a", SWEEP, 1, NOON), METRIC, 0.5), 0.25);

            pipeline.send(score)
                    .send(scored(story("b", SWEEP, 2, NOON), METRIC, 0.5))
                    .tick();

            assertThat(pipeline.raw(score, Window.HOUR).cells())
                    .extracting("samplingFraction")
                    .containsExactly(0.25, null);
        }
    }

    @Test
    void theOrderOfArrivalChangesNoBitOfAnyAnswer() {
        List<Score> scores = mixedScores();
        List<Score> shuffled = new ArrayList<>(scores);
        Collections.shuffle(shuffled, new Random(5));
        try (Pipeline inOrder = new Pipeline();
                Pipeline disordered = new Pipeline()) {
            scores.forEach(inOrder::send);
            inOrder.tick();
            shuffled.forEach(disordered::send);
            disordered.tick();

            assertThat(disordered.answers())
                    .hasSize(Window.values().length)
                    .usingRecursiveComparison()
                    .isEqualTo(inOrder.answers());
        }
    }

    private static List<Score> mixedScores() {
        List<Score> scores = new ArrayList<>();
        Random random = new Random(1);
        for (int i = 0; i < 700; i++) {
            Story story = story("s" + i, SWEEP, i % 7 / 3.0, NOON.minusSeconds(i % 200));
            if (i % 11 == 0) {
                scores.add(failed(story, METRIC));
            }
            if (i % 13 == 0) {
                scores.add(unscorable(story, METRIC));
            } else {
                scores.add(scored(story, METRIC, random.nextInt(1_000_000) / 1e6));
            }
            if (i % 5 == 0) {
                scores.add(scores.get(scores.size() - 1));
            }
        }
        return scores;
    }

    @Test
    void aScoreMoreThanADayBehindItsSeriesCountsAsLateAndChangesNothing() {
        try (Pipeline pipeline = new Pipeline()) {
            Score newest = scored(story("new", SWEEP, 1, NOON), METRIC, 0.5);

            pipeline.send(newest)
                    .send(scored(story("old", SWEEP, 1, NOON.minus(Duration.ofHours(25))), METRIC, 0.9))
                    .tick();

            assertThat(pipeline.raw(newest, Window.ALL).counts()).isEqualTo(new Counts(1, 0, 0, 1));
            assertThat(pipeline.raw(newest, Window.ALL).n()).isEqualTo(1);
            assertThat(pipeline.lateDecisions()).singleElement().satisfies(decision -> {
                assertThat(decision.accepted()).isFalse();
                assertThat(decision.seriesId()).isEqualTo(newest.series().seriesId());
                assertThat(decision.watermark()).isEqualTo(NOON);
            });
        }
    }

    @Test
    void aScoreUpToADayBehindCountsInTheWindowsItBelongsTo() {
        try (Pipeline pipeline = new Pipeline()) {
            Score newest = scored(story("new", SWEEP, 1, NOON), METRIC, 0.5);

            pipeline.send(newest)
                    .send(scored(story("old", SWEEP, 1, NOON.minus(Duration.ofHours(2))), METRIC, 0.9))
                    .tick();

            assertThat(pipeline.raw(newest, Window.HOUR).n()).isEqualTo(1);
            assertThat(pipeline.raw(newest, Window.DAY).n()).isEqualTo(2);
            assertThat(pipeline.lateDecisions())
                    .singleElement()
                    .satisfies(decision -> assertThat(decision.accepted()).isTrue());
        }
    }

    @Test
    void aFiniteSourceIsAnsweredForOverEverythingWhateverItsEventTimes() {
        try (Pipeline pipeline = new Pipeline()) {
            Source replay = new Source.Replay("paper");
            Score score = scored(story("a", replay, 1, NOON), METRIC, 0.5);

            pipeline.send(score)
                    .send(scored(story("b", replay, 1, NOON.minus(Duration.ofDays(400))), METRIC, 0.5))
                    .tick();

            assertThat(pipeline.answers()).hasSize(1);
            assertThat(pipeline.raw(score, Window.ALL).counts()).isEqualTo(new Counts(2, 0, 0, 0));
            assertThat(pipeline.raw(score, Window.ALL).asOf()).isEqualTo(NOON);
        }
    }

    @Test
    void anEventTimeAYearAheadIsTakenForAMinuteAhead() {
        try (Pipeline pipeline = new Pipeline()) {
            Source replay = new Source.Replay("paper");
            Score score = scored(story("a", replay, 1, NOON.plus(Duration.ofDays(365))), METRIC, 0.5);

            pipeline.send(score).tick().send(score).tick();

            assertThat(pipeline.raw(score, Window.ALL).asOf()).isEqualTo(NOON.plusSeconds(60));
            assertThat(pipeline.raw(score, Window.ALL).n()).isEqualTo(1);
        }
    }

    @Test
    void aLiveStoryAYearAheadIsExpectedAndCountedNowAndHoldsUpNoLaterOne() {
        try (Pipeline pipeline = new Pipeline()) {
            Story ahead = story("a", SWEEP, 1, NOON.plus(Duration.ofDays(365)));
            Score score = scored(ahead, METRIC, 0.5);
            pipeline.send(ahead).send(score).tick();

            Correlation answer = pipeline.answer(score, Window.FIVE_MINUTES);
            assertThat(answer.expected()).isEqualTo(1);
            assertThat(answer.pending()).isZero();
            assertThat(answer.counts()).isEqualTo(new Counts(1, 0, 0, 0));

            pipeline.pass(Duration.ofHours(30));
            Story later = story("b", SWEEP, 1, NOON.plus(Duration.ofHours(30)));
            pipeline.send(later).send(scored(later, METRIC, 0.5)).tick();

            Correlation after = pipeline.answer(score, Window.FIVE_MINUTES);
            assertThat(after.expected()).isEqualTo(1);
            assertThat(after.counts()).isEqualTo(new Counts(1, 0, 0, 0));
        }
    }

    @Test
    void scoresLeaveTheirWindowsAsTimePasses() {
        try (Pipeline pipeline = new Pipeline()) {
            Score score = scored(story("a", SWEEP, 1, NOON), METRIC, 0.5);
            pipeline.send(score).tick();

            pipeline.pass(Duration.ofMinutes(10));

            assertThat(pipeline.raw(score, Window.FIVE_MINUTES).n()).isZero();
            assertThat(pipeline.raw(score, Window.HOUR).n()).isEqualTo(1);
            pipeline.pass(Duration.ofDays(8));
            assertThat(pipeline.raw(score, Window.WEEK).n()).isZero();
            assertThat(pipeline.raw(score, Window.ALL).n()).isEqualTo(1);
        }
    }

    @Test
    void aTickWithoutNewsEmitsNothing() {
        try (Pipeline pipeline = new Pipeline()) {
            pipeline.send(scored(story("a", SWEEP, 1, NOON), METRIC, 0.5)).tick();

            pipeline.tick();

            assertThat(pipeline.emitted()).isZero();
        }
    }

    @Test
    void storiesAreExpectedWhateverBecomesOfTheirScores() {
        try (Pipeline pipeline = new Pipeline()) {
            Story first = story("a", SWEEP, 1, NOON);
            Story second = story("b", SWEEP, 1, NOON);
            Story third = notWritten("c", SWEEP, 2, NOON);
            Score score = scored(first, METRIC, 0.5);

            pipeline.send(first)
                    .send(second)
                    .send(third)
                    .send(third)
                    .send(score)
                    .send(failed(third, METRIC))
                    .tick();

            for (Window window : Window.values()) {
                Correlation answer = pipeline.answer(score, window);
                assertThat(answer.expected()).isEqualTo(3);
                assertThat(answer.counts()).isEqualTo(new Counts(1, 0, 1, 0));
                assertThat(answer.pending()).isEqualTo(1);
                assertThat(answer.cells()).extracting("expected").containsExactly(2L, 1L);
            }
        }
    }

    @Test
    void expectedStoriesLeaveTheirWindowsWithTheirScores() {
        try (Pipeline pipeline = new Pipeline()) {
            Story story = story("a", SWEEP, 1, NOON);
            Score score = scored(story, METRIC, 0.5);
            pipeline.send(story).send(score).tick();

            pipeline.pass(Duration.ofHours(2));

            assertThat(pipeline.answer(score, Window.HOUR).expected()).isZero();
            assertThat(pipeline.answer(score, Window.DAY).expected()).isEqualTo(1);
            assertThat(pipeline.answer(score, Window.ALL).pending()).isZero();
        }
    }

    @Test
    void anErasedStoryStaysCounted() {
        try (Pipeline pipeline = new Pipeline()) {
            Story story = story("a", SWEEP, 1, NOON);
            Score score = scored(story, METRIC, 0.5);

            pipeline.send(story).sendRawStory(null).send(score).tick();

            assertThat(pipeline.answer(score, Window.ALL).expected()).isEqualTo(1);
        }
    }
}
