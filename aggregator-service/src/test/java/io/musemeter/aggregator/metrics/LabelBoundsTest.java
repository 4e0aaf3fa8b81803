package io.musemeter.aggregator.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.musemeter.aggregator.Scores;
import io.musemeter.aggregator.answer.Answers;
import io.musemeter.aggregator.series.Scales;
import io.musemeter.aggregator.series.SeriesRules;
import io.musemeter.aggregator.series.SeriesState;
import io.musemeter.events.Score;
import io.musemeter.events.SeriesKey;
import io.musemeter.events.Source;
import io.musemeter.events.correlation.Correlation;
import io.musemeter.events.correlation.Window;
import io.musemeter.events.metrics.MetricCatalogue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelBoundsTest {
    private static Correlation answer(String model) {
        Score score = Scores.scored(Scores.story("s", new Source.Sweep(), 1, Scores.NOON), "edit_distance", 0.5);
        SeriesKey known = score.series();
        SeriesKey key = new SeriesKey(
                known.environment(),
                known.source(),
                model,
                known.promptId(),
                known.promptVersion(),
                known.samplerHash(),
                known.metric(),
                known.evaluatorId());
        SeriesState series = SeriesState.begin(
                key.seriesId(), key, Scales.of(MetricCatalogue.named("edit_distance")), SeriesRules.DEFAULT);
        series.accept(score, Scores.NOON.toEpochMilli(), Scores.NOON.toEpochMilli());
        return Answers.of(series, Window.ALL, Scores.NOON.toEpochMilli());
    }

    @Test
    void hostileModelNamesLeaveTheNumberOfMetersUnderItsBound() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        SeriesGauges gauges = new SeriesGauges(registry, new SeriesLabels(5, 100));
        List<Correlation> answers = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            answers.add(answer("model-" + i + "{}\""));
        }

        int unexported = gauges.show(answers);

        assertThat(unexported).isEqualTo(1_995);
        assertThat(registry.find("musemeter.series.n").gauges()).hasSize(5);
    }

    @Test
    void aSeriesThatIsNoLongerShownLeavesNoMeterBehind() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        SeriesGauges gauges = new SeriesGauges(registry, new SeriesLabels(5, 100));
        gauges.show(List.of(answer("a"), answer("b")));

        gauges.show(List.of(answer("b")));

        assertThat(registry.find("musemeter.series.n").gauges())
                .singleElement()
                .satisfies(gauge -> assertThat(gauge.getId().getTag("model")).isEqualTo("b"));
        gauges.show(List.of());
        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void aFigureThatIsNotThereHasNoSample() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();

        new SeriesGauges(registry, new SeriesLabels(5, 100)).show(List.of(answer("a")));

        assertThat(registry.find("musemeter.temperature.slope").gauges()).isEmpty();
        assertThat(registry.find("musemeter.scores.pending").gauges()).isEmpty();
        assertThat(registry.find("musemeter.metric.mean").gauges()).hasSize(1);
    }
}
