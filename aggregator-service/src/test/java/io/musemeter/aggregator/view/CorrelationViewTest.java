package io.musemeter.aggregator.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.musemeter.events.EventJson;
import io.musemeter.events.correlation.Correlation;
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
            one.putObject("verdictUnlessDiscovered")
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
        assertThat(answer.verdictUnlessDiscovered()).isNull();
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
