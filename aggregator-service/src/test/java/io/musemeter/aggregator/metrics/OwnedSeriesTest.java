package io.musemeter.aggregator.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.musemeter.aggregator.Scores;
import io.musemeter.aggregator.answer.Answers;
import io.musemeter.aggregator.series.Scales;
import io.musemeter.aggregator.series.SeriesRules;
import io.musemeter.aggregator.series.SeriesState;
import io.musemeter.aggregator.service.AggregatorConfig;
import io.musemeter.aggregator.view.CorrelationView;
import io.musemeter.events.EventJson;
import io.musemeter.events.Score;
import io.musemeter.events.Source;
import io.musemeter.events.correlation.Correlation;
import io.musemeter.events.correlation.Window;
import io.musemeter.events.metrics.MetricCatalogue;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The view has the answers of all instances; an instance exports those whose partitions it owns. */
class OwnedSeriesTest {
    private static final Correlation ONE = answer("edit_distance");
    private static final Correlation OTHER = answer("mattr");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final CorrelationView view = new CorrelationView(Clock.systemUTC());
    private final AggregatorMetrics metrics = new AggregatorMetrics(registry, config(), "test");

    private static AggregatorConfig config() {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(AggregatorConfig.class)
                // Quarkus' short form of durations is not known outside of it.
                .withDefaultValue("musemeter.aggregator.tick", "PT1S")
                .withDefaultValue("musemeter.aggregator.idle-after", "P30D")
                .withDefaultValue("musemeter.aggregator.metrics.refresh", "PT5S")
                .build()
                .getConfigMapping(AggregatorConfig.class);
    }

    private static Correlation answer(String metric) {
        Score score = Scores.scored(Scores.story("s", new Source.Sweep(), 1, Scores.NOON), metric, 0.5);
        SeriesState series = SeriesState.begin(
                score.series().seriesId(),
                score.series(),
                Scales.of(MetricCatalogue.named(metric)),
                SeriesRules.DEFAULT);
        series.accept(score, Scores.NOON.toEpochMilli(), Scores.NOON.toEpochMilli());
        return Answers.of(series, Window.ALL, Scores.NOON.toEpochMilli());
    }

    @BeforeEach
    void answersOfAllInstances() {
        view.correlation(ONE.key(), EventJson.write(ONE));
        view.correlation(OTHER.key(), EventJson.write(OTHER));
    }

    private Set<String> exported() {
        metrics.show(view);
        return registry.find("musemeter.series.n").gauges().stream()
                .map(gauge -> String.valueOf(gauge.getId().getTag("metric")))
                .collect(Collectors.toSet());
    }

    @Test
    void anInstanceThatOwnsNothingExportsNoSeries() {
        assertThat(exported()).isEmpty();
    }

    @Test
    void whatIsOwnedIsExported() {
        metrics.seriesOwned(ONE.seriesId());

        assertThat(exported()).containsExactly("edit_distance");
    }

    @Test
    void whatHasMovedAwayIsNotExportedAnyMore() {
        metrics.seriesOwned(ONE.seriesId());
        metrics.seriesOwned(OTHER.seriesId());
        exported();

        metrics.seriesReleased(ONE.seriesId());

        assertThat(exported()).containsExactly("mattr");
    }
}
