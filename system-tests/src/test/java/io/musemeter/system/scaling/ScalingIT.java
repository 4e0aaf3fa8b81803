package io.musemeter.system.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.musemeter.events.EventJson;
import io.musemeter.events.Score;
import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.topics.Topic;
import io.musemeter.system.RunningSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A family under a backlog with one instance, two more joining in the middle, and one of the three killed; another family
 * beside it. All are processes of the packaged program. The family is the judge, whose provider takes its time: that wait is
 * what instances are added for, and it is the same on a machine of two processors, where a family that computes could show
 * little. The other family computes, and so would feel it.
 */
class ScalingIT {
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final Duration ANSWER = Duration.ofMillis(200);
    private static final String JUDGE = "judge";
    private static final String OTHER = "likelihood";
    private static final String OTHERS_GROUP = "musemeter-scorer-" + OTHER;
    /** Stories that wait for each judge when its lag begins to be watched: for longer than that takes. */
    private static final int BACKLOG = 80;
    /** Stories of a page, so that the other family has to work. */
    private static final int PULSE = 25;

    private static final List<ScorerInstance> JUDGES = new ArrayList<>();

    @TempDir
    static Path data;

    private static RunningSystem system;
    private static PatientProvider provider;
    private static StoryFeed feed;
    private static double fallOfOne;
    private static double fallOfThree;
    private static double othersRateBefore;
    private static double othersRateDuring;
    private static Map<String, Set<Integer>> othersBefore;
    private static Map<String, Set<Integer>> othersDuring;
    private static long handledByVictim;

    @BeforeAll
    static void oneThenThreeThenOneKilled() throws Exception {
        provider = PatientProvider.start(ANSWER);
        system = RunningSystem.start(
                data.resolve("system"),
                Map.of("MUSEMETER_GENERATOR_SWEEP_ENABLED", "false", "MUSEMETER_SCORER_FAMILIES", OTHER));
        feed = new StoryFeed(system.generator("/api/stories"));

        join(1);
        othersRateBefore = othersRate();
        fillUpTo(BACKLOG);
        fallOfOne = LagFall.storiesASecond(JUDGES);
        othersBefore = system.log().members(OTHERS_GROUP);

        join(2);
        othersRateDuring = othersRate();
        fillUpTo(3 * BACKLOG);
        fallOfThree = LagFall.storiesASecond(JUDGES);
        othersDuring = system.log().members(OTHERS_GROUP);

        fillUpTo(BACKLOG);
        ScorerInstance victim = JUDGES.remove(1);
        handledByVictim = victim.figures().handled();
        victim.kill();
        System.out.printf(
                Locale.ROOT,
                "lag falls by %.1f stories/s with one instance, %.1f with three; the other family scores %.1f, then %.1f%n",
                fallOfOne,
                fallOfThree,
                othersRateBefore,
                othersRateDuring);
    }

    @AfterAll
    static void stop() {
        JUDGES.forEach(ScorerInstance::close);
        if (system != null) {
            system.close();
        }
        if (provider != null) {
            provider.close();
        }
    }

    @Test
    void theLagFallsFasterWithThree() {
        // Of the three times that could be, on a machine with nothing else to do.
        assertThat(fallOfThree).isGreaterThan(1.5 * fallOfOne);
    }

    @Test
    void theOtherFamilyKeepsItsPartitions() {
        assertThat(othersBefore).isNotEmpty();
        assertThat(othersDuring).isEqualTo(othersBefore);
    }

    @Test
    void theOtherFamilyKeepsItsRate() {
        // It shares two processors with three judges that mostly wait; a family that had lost its turn would stand.
        assertThat(othersRateDuring).isGreaterThan(othersRateBefore / 2);
    }

    @Test
    void nothingIsLostOrDoubledThoughOneWasKilledInTheMiddle() {
        await().atMost(LONGEST).untilAsserted(() -> {
            assertSettled("judged_cohesion");
            assertSettled("reference_perplexity");
        });

        assertThat(handledByVictim).isPositive();
        assertThat(storiesScored("judged_cohesion")).hasSize(feed.sent());
        assertThat(storiesScored("reference_perplexity")).hasSize(feed.sent());
    }

    /** Starts judges, all set alike, and returns when each has its share of the partitions. */
    private static void join(int more) throws IOException {
        Map<String, String> settings = Map.of(
                "MUSEMETER_SCORER_JUDGE_BASE_URL", provider.baseUrl(),
                "MUSEMETER_SCORER_JUDGE_MODEL", "stub",
                "MUSEMETER_SCORER_JUDGE_CALLS_PER_DAY", "100000",
                "MUSEMETER_SCORER_JUDGE_TOKENS_PER_DAY", "1000000000",
                "MUSEMETER_SCORER_JUDGE_CANARY_INTERVAL", "0s",
                "MUSEMETER_SCORER_BATCH", "5",
                // The least that a broker allows: so long the partitions of one that was killed are nobody's.
                "KAFKA_SESSION_TIMEOUT_MS", "6000",
                "KAFKA_HEARTBEAT_INTERVAL_MS", "2000");
        for (int i = 0; i < more; i++) {
            JUDGES.add(ScorerInstance.start(system, data, JUDGE, settings));
        }
        long share = 6 / JUDGES.size();
        await().atMost(LONGEST).until(() -> {
            for (ScorerInstance instance : JUDGES) {
                if (!instance.ready() || instance.figures().partitions() != share) {
                    return false;
                }
            }
            return true;
        });
    }

    /** Sends short stories until so many wait for the judges. */
    private static void fillUpTo(int backlog) throws IOException, InterruptedException {
        long waiting = system.log().lag("musemeter-scorer-" + JUDGE, Topic.STORIES);
        feed.send((int) Math.max(0, backlog - waiting), 1);
    }

    /** Stories a second of the other family, by what it counted between the first and the last of some that come in. */
    private static double othersRate() throws IOException, InterruptedException {
        awaitOther(feed.sent());
        long before = others().handled();
        feed.send(PULSE, 8);
        awaitOther(before + 1);
        long first = others().handled();
        long start = System.nanoTime();
        awaitOther(before + PULSE);
        return (before + PULSE - first) / ((System.nanoTime() - start) / 1e9);
    }

    private static void awaitOther(long stories) {
        await().atMost(LONGEST)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> others().handled() >= stories);
    }

    private static Figures others() throws IOException {
        return Figures.of(system.get(system.scorer("/q/metrics")).body(), OTHER);
    }

    private static void assertSettled(String metric) {
        JsonNode series = system.correlations("?source=replay:" + StoryFeed.NAME + "&window=all").stream()
                .filter(one -> one.path("metric").asText().equals(metric))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no series of " + metric));
        assertThat(series.path("scored").asInt()).isEqualTo(feed.sent());
        assertThat(series.path("expected").asInt()).isEqualTo(feed.sent());
        assertThat(series.path("pending").asInt()).isZero();
    }

    /** The stories that have a score in the log, read without the aggregator's help. */
    private static Set<String> storiesScored(String metric) {
        return system.log().values(Topic.SCORES).stream()
                .map(value -> EventJson.read(value, Score.class))
                .filter(score -> score.series().metric().equals(metric))
                .filter(score -> score.outcome() instanceof ScoreOutcome.Scored)
                .map(Score::storyId)
                .collect(Collectors.toSet());
    }
}
