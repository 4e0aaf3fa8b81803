package io.musemeter.aggregator.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.musemeter.events.EventJson;
import io.musemeter.events.Temperature;
import io.musemeter.events.correlation.Cell;
import io.musemeter.events.correlation.Correlation;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExpectationTest {
    private static Correlation answer() throws IOException {
        try (InputStream in = ExpectationTest.class.getResourceAsStream("/correlations-sample.json")) {
            ArrayNode all = (ArrayNode) EventJson.mapper().readTree(in);
            return EventJson.read(EventJson.write(all.get(0)), Correlation.class);
        }
    }

    private static Correlation join(Correlation answer, Map<Temperature, Long> stories) {
        return Expectation.join(answer, new TreeMap<>(stories));
    }

    @Test
    void whatIsNotAccountedForIsPendingWhereItWasAskedFor() throws IOException {
        Correlation answer = answer();
        Temperature hot = Temperature.of(4.5);
        Map<Temperature, Long> stories = new TreeMap<>(Map.of(hot, 7L));
        answer.cells().forEach(cell -> stories.put(cell.temperature(), cell.accounted() + 1));

        Correlation joined = join(answer, stories);

        assertThat(joined.pending()).isEqualTo(answer.cells().size() + 7L);
        assertThat(joined.cells())
                .last()
                .extracting(Cell::temperature, Cell::expected, Cell::n)
                .containsExactly(hot, 7L, 0L);
    }

    @Test
    void aStoryWhoseScoreCameBeforeItsCountIsExpectedAsWell() throws IOException {
        Correlation answer = answer();

        Correlation joined = join(answer, Map.of());

        assertThat(joined.pending()).isZero();
        assertThat(joined.expected())
                .isEqualTo(answer.cells().stream().mapToLong(Cell::accounted).sum());
        assertThat(List.copyOf(joined.cells()))
                .allSatisfy(cell -> assertThat(cell.expected()).isEqualTo(cell.accounted()));
    }
}
