package io.musemeter.aggregator.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.musemeter.events.EventJson;
import io.musemeter.events.correlation.Correlation;
import io.musemeter.events.correlation.Interval;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrelationViewTest {
    private final CorrelationView view = new CorrelationView(Clock.systemUTC());

    private static ObjectNode related() throws IOException {
        try (InputStream in = CorrelationViewTest.class.getResourceAsStream("/correlations-sample.json")) {
            ArrayNode all = (ArrayNode) EventJson.mapper().readTree(in);
            ObjectNode one = (ObjectNode) all.get(0);
            one.putNull("q");
            one.putNull("expected");
            one.putNull("pending");
            ((ObjectNode) one.get("slope")).put("p", 0.04);
            one.putObject("undecided")
                    .putObject("otherwise")
                    .put("kind", "InsufficientData")
                    .put("sentence", "cannot tell");
            return one;
        }
    }

    private void take(ObjectNode answer, int number) {
        String id = "%032x".formatted(number);
        answer.put("seriesId", id);
        view.correlation(id + "|" + answer.get("window").asText(), EventJson.write(answer));
    }

    @Test
    void oneSeriesAloneIsJudgedByItsOwnP() throws IOException {
        take(related(), 1);

        Correlation answer = view.snapshot().correlations().get(0);

        assertThat(answer.q()).isEqualTo(0.04);
        assertThat(answer.verdict().kind()).isEqualTo("Related");
        assertThat(answer.undecided()).isNull();
    }

    @Test
    void amongManySeriesThatShowNothingItIsNoDiscovery() throws IOException {
        take(related(), 1);
        for (int i = 2; i <= 10; i++) {
            ObjectNode other = related();
            ((ObjectNode) other.get("slope")).put("p", 0.6);
            take(other, i);
        }

        Correlation answer = view.snapshot().correlations().get(0);

        assertThat(answer.q()).isEqualTo(0.4);
        assertThat(answer.verdict().kind()).isEqualTo("InsufficientData");
    }

    @Test
    void theIntervalOfADiscoveryIsWidenedByTheShareThatWasSingledOut() throws IOException {
        for (int i = 1; i <= 10; i++) {
            ObjectNode answer = related();
            ((ObjectNode) answer.get("slope"))
                    .put("estimate", 0.5)
                    .put("p", i == 1 ? 0.001 : 0.6)
                    .put("standardError", 0.1)
                    .put("degreesOfFreedom", 20);
            take(answer, i);
        }

        List<Correlation> answers = view.snapshot().correlations();

        // scipy.stats.t.ppf(1 - 0.05 * 1 / 10 / 2, 20) = 3.1534005, with one of ten singled out
        Interval interval = answers.get(0).slopeAmongSelected();
        assertThat(interval.level()).isCloseTo(0.995, within(1e-12));
        assertThat(interval.low()).isCloseTo(0.5 - 0.31534005, within(1e-7));
        assertThat(interval.high()).isCloseTo(0.5 + 0.31534005, within(1e-7));
        assertThat(answers.subList(1, 10))
                .extracting(Correlation::slopeAmongSelected)
                .containsOnlyNulls();
    }

    @Test
    void whatMovesByConstructionLoosensNoThreshold() throws IOException {
        take(related(), 1);
        for (int i = 2; i <= 5; i++) {
            ObjectNode check = related().put("metric", "provider_perplexity");
            ((ObjectNode) check.get("slope")).put("p", 1e-9);
            take(check, i);
        }

        List<Correlation> answers = view.snapshot().correlations();

        assertThat(answers.get(0).q()).isEqualTo(0.04);
        assertThat(answers.subList(1, 5)).extracting(Correlation::q).containsOnlyNulls();
    }

    @Test
    void aTurningPointIsJudgedInTheSameFamily() throws IOException {
        ObjectNode turning = related();
        ((ObjectNode) turning.get("undecided"))
                .put("turnP", 0.02)
                .putObject("ifTurning")
                .put("kind", "NonMonotone")
                .put("sentence", "it turns");
        take(turning, 1);

        Correlation alone = view.snapshot().correlations().get(0);

        // Two tests of one series: 0.02 and 0.04 become 0.04 and 0.04.
        assertThat(alone.turnQ()).isEqualTo(0.04);
        assertThat(alone.verdict().kind()).isEqualTo("NonMonotone");
    }

    @Test
    void aTurningPointThatIsNoDiscoveryAmongManyDecidesNothing() throws IOException {
        ObjectNode turning = related();
        ((ObjectNode) turning.get("undecided"))
                .put("turnP", 0.02)
                .putObject("ifTurning")
                .put("kind", "NonMonotone")
                .put("sentence", "it turns");
        take(turning, 1);
        for (int i = 2; i <= 10; i++) {
            ObjectNode other = related();
            ((ObjectNode) other.get("slope")).put("p", 0.6);
            take(other, i);
        }

        Correlation answer = view.snapshot().correlations().get(0);

        assertThat(answer.turnQ()).isGreaterThan(0.05);
        assertThat(answer.verdict().kind()).isEqualTo("InsufficientData");
    }

    @Test
    void seriesOfOtherWindowsAreNotLookedAtTogether() throws IOException {
        take(related(), 1);
        ObjectNode other = related().put("window", "all");
        ((ObjectNode) other.get("slope")).put("p", 0.6);
        take(other, 2);

        assertThat(view.snapshot().correlations()).extracting(Correlation::q).containsExactly(0.04, 0.6);
    }

    @Test
    void aTombstoneDropsTheAnswer() throws IOException {
        take(related(), 1);

        view.correlation("%032x|1h".formatted(1), null);

        assertThat(view.snapshot().correlations()).isEqualTo(List.of());
    }
}
