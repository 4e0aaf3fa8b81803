package io.musemeter.aggregator.compare;

import static io.musemeter.aggregator.Scores.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.musemeter.events.EventJson;
import io.musemeter.events.correlation.Change;
import io.musemeter.events.correlation.Correlation;
import io.musemeter.events.correlation.OverTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeriesChangeTest {
    private static final Correlation OLD =
            changed(Made.series("edit_distance", "old", "p", t -> 0.2 + t / 3, 0.1), 60, "b");
    private static final Correlation NEW =
            changed(Made.series("edit_distance", "new", "p", t -> 0.2 + t / 3, 0.1), 0, "a");

    private static Correlation changed(Correlation series, long seconds, String to) {
        Change change = new Change(Change.Kind.RESPONSE_MODEL, NOON.plusSeconds(seconds), null, to);
        return series.withOverTime(new OverTime(null, null, List.of(change), null));
    }

    @Test
    void aComparisonSaysWhatChangedInEitherSeriesEarliestFirst() throws Exception {
        Comparison comparison = Comparing.of(Map.of("from", List.of(OLD.seriesId()), "to", List.of(NEW.seriesId())))
                .of(List.of(OLD, NEW))
                .orElseThrow();

        JsonNode changes =
                EventJson.mapper().readTree(EventJson.write(comparison)).path("changes");
        assertThat(changes).extracting(each -> each.path("to").asText()).containsExactly("a", "b");
        assertThat(changes.get(0).path("seriesId").asText()).isEqualTo(NEW.seriesId());
        assertThat(changes.get(0).path("kind").asText()).isEqualTo("responseModel");
    }

    @Test
    void aPoolAndATradeOffSayItToo() {
        assertThat(Pooling.of(Map.of("over", List.of("model")))
                        .of(List.of(OLD, NEW))
                        .get(0)
                        .changes())
                .extracting(SeriesChange::seriesId)
                .containsExactly(NEW.seriesId(), OLD.seriesId());
        assertThat(Weighing.of(Map.of()).of(List.of(OLD)).get(0).changes())
                .extracting(each -> each.change().to())
                .containsExactly("b");
    }
}
