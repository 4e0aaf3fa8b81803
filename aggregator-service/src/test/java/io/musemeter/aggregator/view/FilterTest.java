package io.musemeter.aggregator.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.musemeter.events.EventJson;
import io.musemeter.events.InvalidEventException;
import io.musemeter.events.correlation.Correlation;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {
    private static final List<Correlation> ALL = sample();

    private static List<Correlation> sample() {
        try (InputStream in = FilterTest.class.getResourceAsStream("/correlations-sample.json")) {
            return List.of(EventJson.read(in.readAllBytes(), Correlation[].class));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static long passing(Map<String, List<String>> parameters) {
        return ALL.stream().filter(Filter.of(parameters)).count();
    }

    @Test
    void withoutParametersEverythingPasses() {
        assertThat(passing(Map.of())).isEqualTo(ALL.size()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({
        "environment,local,7",
        "environment,prod,0",
        "source,sweep,7",
        "source,production,0",
        "model,musemeter-story-1m,7",
        "prompt,default,7",
        "metric,edit_distance,3",
        "window,1h,3",
        "window,all,3",
        "window,5m,1",
        "seriesId,ca308b329a262fc2bee622c478a99c46,2"
    })
    void aParameterChoosesByItsComponent(String name, String value, long expected) {
        assertThat(passing(Map.of(name, List.of(value)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "window,2h,window",
        "source,somewhere,source",
        "metric,beauty,metric",
        "seriesId,xyz,seriesId",
        "modle,a,modle",
        "'<script>',a,parameter",
        "model,'',model"
    })
    void aParameterThatMakesNoSenseIsNamed(String name, String value, String named) {
        assertThatThrownBy(() -> Filter.of(Map.of(name, List.of(value))))
                .isInstanceOfSatisfying(
                        InvalidEventException.class, e -> assertThat(e.field()).isEqualTo(named));
    }

    @Test
    void aParameterGivenTwiceIsNamed() {
        assertThatThrownBy(() -> Filter.of(Map.of("window", List.of("1h", "5m"))))
                .hasMessageContaining("window: is given more than once");
    }
}
