package io.musemeter.aggregator.series;

import static io.musemeter.aggregator.Scores.answeredBy;
import static io.musemeter.aggregator.Scores.assigned;
import static io.musemeter.aggregator.Scores.comparedWith;
import static io.musemeter.aggregator.Scores.failed;
import static io.musemeter.aggregator.Scores.scored;
import static io.musemeter.aggregator.Scores.sized;
import static io.musemeter.aggregator.Scores.story;
import static io.musemeter.aggregator.Scores.truncated;
import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.aggregator.state.StateKey;
import io.musemeter.aggregator.state.StateKey.Kind;
import io.musemeter.events.Score;
import io.musemeter.events.SeriesKey;
import io.musemeter.events.Source;
import io.musemeter.events.correlation.Window;
import io.musemeter.events.metrics.MetricCatalogue;
import io.musemeter.statistics.policy.AssignedArm;
import io.musemeter.statistics.sequence.ConfidenceInterval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTest {
    private static final Source SWEEP = new Source.Sweep();
    private static final String METRIC = "edit_distance";
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final double[] TEMPERATURES = {0.001, 0.334, 0.667, 1, 1.334, 1.667, 2};

    @Test
    void evidenceGathersOverDaysThatCanNoLongerChange() {
        SeriesState series = fed(days(10, 84, 0.1, 0));

        Findings findings = series.history().findings().orElseThrow();
        // The last two days can still be reached by late scores.
        assertThat(findings.evidence().panes()).isEqualTo(8);
        assertThat(findings.evidence().alarmed()).isTrue();
        assertThat(findings.sinceMillis()).isPresent();
        assertThat(Instant.ofEpochMilli(findings.sinceMillis().orElseThrow())).isBetween(START, START.plus(days(3)));
        assertThat(Instant.ofEpochMilli(findings.untilMillis().orElseThrow())).isEqualTo(START.plus(days(8)));
    }

    @Test
    void evidenceAndAssignmentSayHowManyModelsTheyAreOf() {
        List<Score> scores = days(10, 84, 0.1, 0);
        scores.replaceAll(score -> assigned(score, 0.25));

        List<Score> exchanged = switched(scores, 4);
        assertThat(fed(exchanged).history().epochsOfEvidence()).isEqualTo(2);
        assertThat(fed(exchanged).history().epochsOfAssigned()).isEqualTo(2);
        // The last two days are not closed, so the evidence is of the first model alone.
        assertThat(fed(switched(scores, 9)).history().epochsOfEvidence()).isEqualTo(1);
        assertThat(fed(scores).history().epochsOfEvidence()).isEqualTo(1);
        assertThat(fed(scores).history().epochsOfAssigned()).isEqualTo(1);
    }

    private static List<Score> switched(List<Score> scores, int day) {
        return scores.stream()
                .map(score -> answeredBy(
                        score, score.eventTime().isBefore(START.plus(days(day))) ? "model-may" : "model-june", "fp1"))
                .toList();
    }

    @Test
    void aLastingShiftRaisesAnAlarmAndAMixOfTemperaturesDoesNot() {
        List<Score> scores = days(12, 420, 0, 0);
        scores.addAll(shifted(days(6, 420, 0, 12), 0.15));

        List<Findings.Alarm> alarms =
                fed(scores).history().findings().orElseThrow().alarms();

        assertThat(alarms).hasSize(1);
        assertThat(alarms.get(0).relation()).isFalse();
        assertThat(alarms.get(0).upward()).isTrue();
        assertThat(Instant.ofEpochMilli(alarms.get(0).atMillis()))
                .isBetween(START.plus(days(12)), START.plus(days(15)));
    }

    @Test
    void theOrderWithinADayChangesNoBitOfTheState() {
        List<Score> scores = days(6, 60, 0.1, 0);
        scores.replaceAll(score -> score.storyId().hashCode() % 3 == 0 ? answeredBy(score, "late-model", "fp") : score);
        List<Score> shuffled = new ArrayList<>();
        for (int day = 0; day < 6; day++) {
            List<Score> one = new ArrayList<>(scores.subList(day * 60, (day + 1) * 60));
            Collections.shuffle(one, new Random(day));
            shuffled.addAll(one);
        }

        assertThat(history(fed(shuffled))).isEqualTo(history(fed(scores)));
    }

    @Test
    void aSeriesReadBackGoesOnAsIfNothingHadHappened() {
        List<Score> scores = days(12, 84, 0.1, 0);
        scores.replaceAll(score -> assigned(score, 0.25));
        SeriesState unbroken = fed(scores);
        Map<StateKey, byte[]> log = new TreeMap<>(HistoryTest::compare);
        SeriesState first = fed(scores.subList(0, 700));
        first.writeChanges((key, value) -> write(log, key, value));
        SeriesState resumed = SeriesState.resume(
                Identity.decode(log.get(StateKey.of(first.seriesId(), Kind.IDENTITY))),
                first.seriesId(),
                SeriesRules.DEFAULT);
        log.forEach(resumed::read);
        feed(resumed, scores.subList(700, scores.size()));
        Map<StateKey, byte[]> after = new TreeMap<>(HistoryTest::compare);
        after.putAll(log);
        resumed.writeChanges((key, value) -> write(after, key, value));

        assertThat(text(after)).isEqualTo(history(unbroken));
        assertThat(resumed.history().sequence()).isEqualTo(unbroken.history().sequence());
    }

    @Test
    void anotherModelBehindTheNameBeginsAnEpochAndIsAnnounced() {
        List<Score> scores = days(4, 84, 0.1, 0);
        scores.replaceAll(score -> score.eventTime().isBefore(START.plus(days(2)))
                ? answeredBy(score, "model-may", "fp1")
                : answeredBy(score, "model-june", "fp1"));

        History history = fed(scores).history();

        History.Sequence sequence = history.sequence().value().orElseThrow();
        assertThat(sequence.began()).isEqualTo(History.Began.RESPONSE_MODEL);
        assertThat(Instant.ofEpochMilli(sequence.sinceMillis())).isEqualTo(START.plus(days(2)));
        assertThat(sequence.interval().observations()).isEqualTo(2 * 72);
        assertThat(history.switches()).hasSize(1);
        assertThat(history.switches().get(0).name()).isEqualTo("model-june");
        assertThat(history.switches().get(0).what()).isEqualTo(History.Exchanged.RESPONSE_MODEL);
    }

    /** A third model's begin moves back before the first one's, so that the first is one of the last two again. */
    @Test
    void anEpochThatMayStillBecomeThePresentOneKeepsAllItsScores() {
        Instant noon = START.plus(Duration.ofHours(12));
        List<Score> scores = new ArrayList<>();
        scores.addAll(hourOf("first", noon));
        scores.addAll(hourOf("second", noon.plusSeconds(3_600)));
        scores.addAll(hourOf("third", noon.plusSeconds(7_200)));
        scores.addAll(hourOf("second", noon.minusSeconds(7_200)));
        scores.addAll(hourOf("third", noon.minusSeconds(3_600)));
        scores.addAll(hourOf("first", noon.plusSeconds(10_800)));
        List<Score> shuffled = new ArrayList<>(scores);
        Collections.shuffle(shuffled, new Random(8));

        History.Sequence sequence = fed(scores).history().sequence().value().orElseThrow();
        assertThat(Instant.ofEpochMilli(sequence.sinceMillis())).isEqualTo(noon);
        // All temperatures but the exemplar's twin.
        assertThat(sequence.interval().observations()).isEqualTo(2 * 72);
        assertThat(history(fed(shuffled))).isEqualTo(history(fed(scores)));
    }

    @Test
    void anEpochOfLongAgoIsLetGo() {
        List<Score> scores = new ArrayList<>();
        for (int day = 0; day < 6; day++) {
            scores.addAll(hourOf("model-" + day, START.plus(days(day))));
        }
        Map<StateKey, byte[]> log = new TreeMap<>(HistoryTest::compare);

        fed(scores).writeChanges((key, value) -> write(log, key, value));

        // The last two, and those of the last day, before which scores are late.
        assertThat(log.keySet().stream().filter(key -> key.kind() == Kind.EPOCH).count())
                .isBetween(2L, 3L);
    }

    private static List<Score> hourOf(String model, Instant from) {
        List<Score> scores = new ArrayList<>();
        for (int i = 0; i < 84; i++) {
            scores.add(answeredBy(
                    scored(
                            story(model + from + i, SWEEP, TEMPERATURES[i % 7], from.plusSeconds(i)),
                            METRIC,
                            0.2 + i % 7 / 20.0 + i % 5 / 50.0),
                    model,
                    "fp"));
        }
        return scores;
    }

    @Test
    void aValueThatComesAfterItsDayWasClosedCountsInTheWindowsAndLeavesTheEvidence() {
        List<Score> scores = days(6, 84, 0.1, 0);
        Instant lost = START.plus(days(2)).minusSeconds(1);
        Score failure = failed(story("lost", SWEEP, 1, lost), METRIC);
        SeriesState series = fed(scores.subList(0, 2 * 84));
        feed(series, List.of(failure));
        feed(series, List.of(scored(story("tick", SWEEP, 1, START.plus(days(3))), METRIC, 0.4)));
        int panes = series.history().findings().orElseThrow().evidence().panes();
        double before = series.history().findings().orElseThrow().evidence().logProduct();

        Score value = scored(story("lost", SWEEP, 1, lost), METRIC, 0.9);
        long now = START.plus(days(3)).toEpochMilli();
        assertThat(series.accept(value, now, now)).isEqualTo(Acceptance.SUPERSEDED);

        assertThat(panes).isPositive();
        assertThat(series.history().findings().orElseThrow().evidence().logProduct())
                .isEqualTo(before);
        assertThat(series.cells(Window.ALL, now).cells().values().stream()
                        .mapToLong(cell -> cell.scoredCount())
                        .sum())
                .isEqualTo(2 * 84 + 2);
    }

    @Test
    void anotherExemplarBeginsAnEpochAndIsAnnounced() {
        List<Score> scores = days(4, 84, 0.1, 0);
        scores.replaceAll(score -> score.eventTime().isBefore(START.plus(days(3)))
                ? comparedWith(score, "exemplar-1")
                : comparedWith(score, "exemplar-2"));
        Collections.shuffle(scores, new Random(4));

        History history = fed(scores).history();

        History.Sequence sequence = history.sequence().value().orElseThrow();
        assertThat(sequence.began()).isEqualTo(History.Began.EXEMPLAR);
        assertThat(Instant.ofEpochMilli(sequence.sinceMillis())).isEqualTo(START.plus(days(3)));
        assertThat(sequence.interval().observations()).isEqualTo(72);
        assertThat(history.switches())
                .containsExactly(new History.Switch(
                        History.Exchanged.EXEMPLAR, START.plus(days(3)).toEpochMilli(), "exemplar-2"));
    }

    @Test
    void aStoryThatWasNotWrittenBeginsNoEpoch() {
        List<Score> scores = days(1, 84, 0.1, 0);
        scores.replaceAll(score -> answeredBy(score, "model", "system"));
        scores.add(failed(story("lost", SWEEP, 1, START.plus(days(1))), METRIC));

        History.Sequence sequence = fed(scores).history().sequence().value().orElseThrow();

        assertThat(sequence.began()).isEqualTo(History.Began.WITH_SERIES);
        assertThat(sequence.interval().observations()).isEqualTo(72);
    }

    @Test
    void aRandomisedBoundedMetricGetsTheIntervalThatPromisesMost() {
        History sweep = fed(days(2, 84, 0.1, 0)).history();

        assertThat(sweep.sequence().value().orElseThrow().interval().guarantee())
                .isEqualTo(ConfidenceInterval.Guarantee.NON_ASYMPTOTIC);
    }

    @Test
    void trafficGetsTheAsymptoticOneUnlessItsTemperaturesWereAssigned() {
        List<Score> scores = days(new Source.Production(), 2, 84, 0.1, 0);
        History unassigned = fed(scores).history();
        scores.replaceAll(score -> assigned(score, 1 / 7.0));
        History assigned = fed(scores).history();

        assertThat(unassigned.sequence().value().orElseThrow().interval().guarantee())
                .isEqualTo(ConfidenceInterval.Guarantee.ASYMPTOTIC);
        assertThat(assigned.sequence().value().orElseThrow().interval().guarantee())
                .isEqualTo(ConfidenceInterval.Guarantee.NON_ASYMPTOTIC);
    }

    @Test
    void aValueThatReplacesAFailureMovesIntoTheSums() {
        Score value = assigned(scored(story("a", SWEEP, 1, START), METRIC, 0.5), 0.5);
        Score failure = assigned(failed(story("a", SWEEP, 1, START), METRIC), 0.5);
        SeriesState replaced = fed(List.of(failure, value));
        SeriesState direct = fed(List.of(value));

        assertThat(history(replaced)).isEqualTo(history(direct));
        assertThat(AssignedArm.of(replaced.history().assigned()).get(0).unscored())
                .isZero();
    }

    @Test
    void aFiniteSourceHasNoDaysAndStillAnInterval() {
        History history = fed(days(new Source.Study("one"), 3, 84, 0.1, 0)).history();

        assertThat(history.findings()).isEmpty();
        assertThat(history.sequence().value()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"edit_distance,0", "edit_distance,0.3", "reference_perplexity,0", "reference_perplexity,0.3"})
    void everythingButIdentitiesFitsInto256Kilobytes(String metric, double truncated) {
        Random random = new Random(6);
        SeriesState series = series(SWEEP, metric);
        long now = START.toEpochMilli();
        int number = 0;
        // Every pane of every window holds more than it keeps exactly; the oldest come first, or they would be late.
        for (Window window : List.of(Window.WEEK, Window.DAY, Window.HOUR, Window.FIVE_MINUTES, Window.ALL)) {
            for (int pane = 0; pane < window.panes(); pane++) {
                long at = window == Window.ALL ? now : window.oldestPane(now) + pane * window.next(0);
                for (int i = 0; i < 210; i++) {
                    double value = metric.equals(METRIC)
                            ? random.nextDouble()
                            : Math.max(1, Math.exp(2 + random.nextGaussian()));
                    Score score = scored(
                            story("s" + number++, SWEEP, TEMPERATURES[i % 7], Instant.ofEpochMilli(at)), metric, value);
                    Score ofLength = sized(score, 100 + random.nextInt(300), 200 + random.nextInt(300));
                    series.accept(truncated(assigned(ofLength, 0.1), random.nextDouble() < truncated), now, now);
                }
            }
        }

        Map<StateKey, byte[]> log = new TreeMap<>(HistoryTest::compare);
        series.writeChanges((key, value) -> write(log, key, value));
        int bytes = log.entrySet().stream()
                .filter(entry -> entry.getKey().kind() != Kind.SEEN)
                .mapToInt(entry -> entry.getKey().toBytes().length + entry.getValue().length)
                .sum();
        assertThat(bytes).isLessThanOrEqualTo(256 * 1024);
    }

    /** The cost of a score is what it touches: one pane of each window, however many there are. */
    @ParameterizedTest
    @ValueSource(ints = {1, 20, 200})
    void aScoreTouchesOnePaneOfEachWindowHoweverLongTheHistory(int hours) {
        SeriesState series = series(SWEEP, METRIC);
        long last = START.toEpochMilli();
        for (int hour = 0; hour <= hours; hour++) {
            last = START.plus(Duration.ofHours(hour)).toEpochMilli();
            for (int i = 0; i < 14; i++) {
                Score score = scored(
                        story("s" + hour + "-" + i, SWEEP, TEMPERATURES[i % 7], Instant.ofEpochMilli(last)),
                        METRIC,
                        i / 20.0);
                series.accept(score, last, last);
            }
        }
        series.writeChanges((key, value) -> {});
        List<Kind> touched = new ArrayList<>();

        series.accept(scored(story("x", SWEEP, 1, Instant.ofEpochMilli(last)), METRIC, 0.5), last, last);
        series.writeChanges((key, value) -> touched.add(key.kind()));

        // Four windows and the recent part of all; the epoch; the day; watermark; identities.
        assertThat(touched.stream().filter(kind -> kind == Kind.PANE)).hasSize(5);
        assertThat(touched.stream().filter(kind -> kind != Kind.PANE))
                .containsExactlyInAnyOrder(Kind.PROGRESS, Kind.EPOCH, Kind.DAY, Kind.SEEN);
    }

    private static Duration days(int number) {
        return Duration.ofDays(number);
    }

    private static List<Score> days(int number, int each, double slope, int first) {
        return days(SWEEP, number, each, slope, first);
    }

    private static List<Score> days(Source source, int number, int each, double slope, int first) {
        List<Score> scores = new ArrayList<>();
        Random random = new Random(17 + first);
        for (int day = first; day < first + number; day++) {
            for (int i = 0; i < each; i++) {
                double temperature = TEMPERATURES[i % 7];
                double value = 0.4 + slope * temperature + 0.1 * random.nextDouble();
                scores.add(scored(
                        story(
                                "d" + day + "-" + i,
                                source,
                                temperature,
                                START.plus(days(day)).plusSeconds(i)),
                        METRIC,
                        Math.rint(value * 1e6) / 1e6));
            }
        }
        return scores;
    }

    private static List<Score> shifted(List<Score> scores, double shift) {
        List<Score> shifted = new ArrayList<>();
        Random random = new Random(99);
        for (Score score : scores) {
            shifted.add(scored(
                    story(score.storyId(), SWEEP, score.temperature().value().doubleValue(), score.eventTime()),
                    METRIC,
                    Math.rint((0.4 + shift + 0.1 * random.nextDouble()) * 1e6) / 1e6));
        }
        return shifted;
    }

    private static SeriesState series(Source source, String metric) {
        SeriesKey key = scored(story("any", source, 1, START), metric, 1).series();
        return SeriesState.begin(key.seriesId(), key, Scales.of(MetricCatalogue.named(metric)), SeriesRules.DEFAULT);
    }

    private static SeriesState fed(List<Score> scores) {
        SeriesState series = series(scores.get(0).series().source(), METRIC);
        feed(series, scores);
        return series;
    }

    private static void feed(SeriesState series, List<Score> scores) {
        scores.forEach(score -> {
            long at = score.eventTime().toEpochMilli();
            series.accept(score, at, at);
        });
    }

    /** What is written of a series' history, in words that can be compared. */
    private static List<String> history(SeriesState series) {
        Map<StateKey, byte[]> log = new TreeMap<>(HistoryTest::compare);
        series.writeChanges((key, value) -> write(log, key, value));
        return text(log);
    }

    private static void write(Map<StateKey, byte[]> log, StateKey key, byte[] value) {
        if (value == null) {
            log.remove(key);
        } else {
            log.put(key, value);
        }
    }

    private static List<String> text(Map<StateKey, byte[]> log) {
        return log.entrySet().stream()
                .filter(entry -> entry.getKey().kind().ordinal() >= Kind.MODELS.ordinal())
                .map(entry -> entry.getKey() + " " + HexFormat.of().formatHex(entry.getValue()))
                .toList();
    }

    private static int compare(StateKey a, StateKey b) {
        return Arrays.compare(a.toBytes(), b.toBytes());
    }
}
