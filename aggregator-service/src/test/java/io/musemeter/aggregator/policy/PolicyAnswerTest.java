package io.musemeter.aggregator.policy;

import static io.musemeter.aggregator.Scores.NOON;
import static io.musemeter.aggregator.Scores.assigned;
import static io.musemeter.aggregator.Scores.scored;
import static io.musemeter.aggregator.Scores.story;
import static io.musemeter.aggregator.Scores.truncated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.musemeter.aggregator.answer.Answers;
import io.musemeter.aggregator.series.Scales;
import io.musemeter.aggregator.series.SeriesRules;
import io.musemeter.aggregator.series.SeriesState;
import io.musemeter.events.EventJson;
import io.musemeter.events.InvalidEventException;
import io.musemeter.events.Score;
import io.musemeter.events.SeriesKey;
import io.musemeter.events.Source;
import io.musemeter.events.correlation.Assignment;
import io.musemeter.events.correlation.Change;
import io.musemeter.events.correlation.Correlation;
import io.musemeter.events.correlation.OverTime;
import io.musemeter.events.correlation.Window;
import io.musemeter.events.metrics.MetricCatalogue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyAnswerTest {
    private static final String METRIC = "edit_distance";
    private static final Source PRODUCTION = new Source.Production();

    @Test
    void anAssignedSeriesAnswersAfterItsWayOverTheWire() {
        Correlation series = series(2_000, 0.05);

        PolicyAnswer answer = PolicyAnswer.of(series, question("0.4", "1", "0.02", null));

        assertThat(answer.doublyRobust().estimate()).isCloseTo(0.05, within(0.02));
        assertThat(answer.hajek().low()).isLessThan(answer.hajek().high());
        assertThat(answer.n()).isEqualTo(2_000);
        assertThat(answer.gate().decision()).isEqualTo("non-inferior");
        assertThat(answer.from()).isEqualTo(Map.of("0.4", 1.0));
        assertThat(answer.sentence())
                .startsWith("edit_distance would change by +0.0")
                .contains("at T = 1 instead of T = 0.4 (95 % at any time")
                .endsWith("not worse by 0.0200 or more");
    }

    @Test
    void whatIsNotDecidedYetIsForeseenAtThePresentRate() {
        PolicyAnswer answer = PolicyAnswer.of(series(60, -0.005), question("0.4", "1", "0.02", null));

        assertThat(answer.gate().decision()).isEqualTo("not-yet");
        assertThat(answer.gate().expected()).isEqualTo("non-inferior");
        // A story a second came in.
        assertThat(answer.gate().expectedAt().getEpochSecond() - answer.until().getEpochSecond())
                .isCloseTo(
                        answer.gate().storiesUntil(), within(1 + answer.gate().storiesUntil() / 25));
    }

    @Test
    void whatChangedMeanwhileStandsInTheAnswer() {
        Correlation series = series(200, 0.05);
        Change change = new Change(Change.Kind.FINGERPRINT, NOON, null, "system-2");
        Correlation changed = series.withOverTime(
                new OverTime(null, null, List.of(change), series.overTime().assignment()));

        assertThat(PolicyAnswer.of(changed, question("0.4", "1", null, null)).changes())
                .containsExactly(change);
    }

    @Test
    void anAnswerOverTwoModelsSaysSo() {
        Correlation series = series(200, 0.05);
        Assignment of = series.overTime().assignment();
        Assignment mixed = new Assignment(of.since(), of.until(), 2, of.arms(), of.truncation());

        PolicyAnswer answer = PolicyAnswer.of(
                series.withOverTime(new OverTime(null, null, List.of(), mixed)), question("0.4", "1", null, null));

        assertThat(answer.epochs()).isEqualTo(2);
        assertThat(answer.sentence()).endsWith("; over 2 response models or exemplars together");
        assertThat(PolicyAnswer.of(series, question("0.4", "1", null, null)).epochs())
                .isEqualTo(1);
    }

    @Test
    void howManyMoreWouldBeTruncatedIsToldInPoints() {
        SeriesState state = state();
        Random random = new Random(5);
        long[] cut = new long[2];
        long[] all = new long[2];
        for (int i = 0; i < 2_000; i++) {
            int warm = random.nextDouble() < 0.25 ? 1 : 0;
            boolean truncated = random.nextDouble() < (warm == 1 ? 0.12 : 0.04);
            all[warm]++;
            cut[warm] += truncated ? 1 : 0;
            Score score = scored(
                    story("s" + i, PRODUCTION, warm == 1 ? 1 : 0.4, NOON.minusSeconds(2_000 - i)),
                    METRIC,
                    random.nextDouble());
            state.accept(
                    assigned(truncated(score, truncated), warm == 1 ? 0.25 : 0.75),
                    NOON.toEpochMilli(),
                    NOON.toEpochMilli());
        }
        Correlation series =
                EventJson.read(EventJson.write(Answers.of(state, Window.ALL, NOON.toEpochMilli())), Correlation.class);

        PolicyAnswer answer = PolicyAnswer.of(series, question("0.4", "1", null, null));

        // Of two temperatures with weights that are one each within a temperature, the difference is that of two
        // shares.
        double difference = 100.0 * cut[1] / all[1] - 100.0 * cut[0] / all[0];
        assertThat(answer.truncation().estimate()).isCloseTo(difference, within(1e-6));
        assertThat(answer.truncation().low()).isPositive();
        assertThat(answer.sentence())
                .contains("; truncated +" + String.format(Locale.ROOT, "%.1f", difference)
                        + " points (95 % at any time +");
        assertThat(answer.noAnswer()).isEmpty();
    }

    @Test
    void whereNothingWasTruncatedThatIsTheAnswer() {
        PolicyAnswer answer = PolicyAnswer.of(series(200, 0.05), question("0.4", "1", null, null));

        assertThat(answer.truncation()).isNull();
        assertThat(answer.noAnswer()).containsEntry("truncation", "no scored story was truncated");
    }

    @Test
    void policiesMayMixTemperatures() {
        PolicyAnswer answer = PolicyAnswer.of(series(1_000, 0.1), question("0.4", "0.4:0.5,1:0.5", null, null));

        assertThat(answer.hajek().estimate()).isCloseTo(0.05, within(0.02));
        assertThat(answer.gate()).isNull();
    }

    @Test
    void aSeriesWithoutAssignmentSaysWhy() {
        SeriesState state = state();
        Correlation series =
                EventJson.read(EventJson.write(Answers.of(state, Window.ALL, NOON.toEpochMilli())), Correlation.class);

        PolicyAnswer answer = PolicyAnswer.of(series, question("0.4", "1", "0.02", "lower"));

        assertThat(answer.hajek()).isNull();
        assertThat(answer.sentence()).isEqualTo("No answer: no story had its temperature assigned at random.");
    }

    @ParameterizedTest
    @CsvSource({
        "from, cold",
        "from, -1",
        "from, 9",
        "from, 0.4:0.5",
        "from, 0.4:1e0",
        "margin, 0",
        "margin, NaN",
        "better, up",
        "seriesId, xyz",
        "colour, red"
    })
    void whatCannotBeReadIsRefusedByItsParameter(String name, String value) {
        Map<String, List<String>> parameters = parameters("0.4", "1", "0.02", "higher");
        parameters.put(name, List.of(value));

        assertThatThrownBy(() -> PolicyQuestion.of(parameters))
                .isInstanceOfSatisfying(
                        InvalidEventException.class, e -> assertThat(e.field()).isEqualTo(name));
    }

    @Test
    void aMissingOrRepeatedParameterIsRefused() {
        Map<String, List<String>> parameters = parameters("0.4", "1", null, null);
        parameters.remove("to");

        assertThatThrownBy(() -> PolicyQuestion.of(parameters)).hasMessageContaining("to");
        parameters.put("to", List.of("1", "2"));
        assertThatThrownBy(() -> PolicyQuestion.of(parameters)).hasMessageContaining("to");
    }

    private static PolicyQuestion question(String from, String to, String margin, String better) {
        return PolicyQuestion.of(parameters(from, to, margin, better));
    }

    private static Map<String, List<String>> parameters(String from, String to, String margin, String better) {
        Map<String, List<String>> parameters = new TreeMap<>();
        parameters.put("seriesId", List.of("0123456789abcdef0123456789abcdef"));
        parameters.put("from", List.of(from));
        parameters.put("to", List.of(to));
        if (margin != null) {
            parameters.put("margin", List.of(margin));
        }
        if (better != null) {
            parameters.put("better", List.of(better));
        }
        return parameters;
    }

    private static Correlation series(int stories, double effect) {
        SeriesState state = state();
        Random random = new Random(12);
        for (int i = 0; i < stories; i++) {
            boolean warm = random.nextDouble() < 0.25;
            Score score = scored(
                    story("s" + i, PRODUCTION, warm ? 1 : 0.4, NOON.minusSeconds(stories - i)),
                    METRIC,
                    0.5 + (warm ? effect : 0) + 0.1 * random.nextDouble());
            state.accept(assigned(score, warm ? 0.25 : 0.75), NOON.toEpochMilli(), NOON.toEpochMilli());
        }
        return EventJson.read(EventJson.write(Answers.of(state, Window.ALL, NOON.toEpochMilli())), Correlation.class);
    }

    private static SeriesState state() {
        SeriesKey key = scored(story("any", PRODUCTION, 1, NOON), METRIC, 0.5).series();
        return SeriesState.begin(key.seriesId(), key, Scales.of(MetricCatalogue.named(METRIC)), SeriesRules.DEFAULT);
    }
}
