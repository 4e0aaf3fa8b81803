package io.musemeter.aggregator.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.musemeter.aggregator.Scores;
import io.musemeter.aggregator.answer.Answers;
import io.musemeter.aggregator.series.Scales;
import io.musemeter.aggregator.series.SeriesRules;
import io.musemeter.aggregator.series.SeriesState;
import io.musemeter.events.Score;
import io.musemeter.events.Source;
import io.musemeter.events.correlation.Change;
import io.musemeter.events.correlation.Correlation;
import io.musemeter.events.correlation.Evidence;
import io.musemeter.events.correlation.OverTime;
import io.musemeter.events.correlation.Sequence;
import io.musemeter.events.correlation.Window;
import io.musemeter.events.metrics.MetricCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OverTimeGaugesTest {
    private static final Instant LATER = Scores.NOON.plus(Duration.ofDays(3));
    private static final OverTime KNOWN = new OverTime(
            new Sequence(0.1, 0.05, 0.2, 900, Scores.NOON, "responseModel", "asymptotic"),
            new Evidence(4.5, 3, Scores.NOON, LATER, 1, true),
            List.of(
                    new Change(Change.Kind.RESPONSE_MODEL, Scores.NOON, null, "model-2"),
                    new Change(Change.Kind.LEVEL, LATER, "up", null),
                    new Change(Change.Kind.RESPONSE_MODEL, LATER, null, "model-3")),
            null);

    private static Correlation answer(OverTime known, Window window) {
        Score score = Scores.scored(Scores.story("s", new Source.Sweep(), 1, Scores.NOON), "edit_distance", 0.5);
        SeriesState series = SeriesState.begin(
                score.series().seriesId(),
                score.series(),
                Scales.of(MetricCatalogue.named("edit_distance")),
                SeriesRules.DEFAULT);
        series.accept(score, Scores.NOON.toEpochMilli(), Scores.NOON.toEpochMilli());
        return Answers.of(series, window, Scores.NOON.toEpochMilli()).withOverTime(known);
    }

    private static SimpleMeterRegistry shown(Correlation... answers) {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new SeriesGauges(registry, new Admission(5, 100, 1_000_000, Set.of(), Set.of())).show(List.of(answers));
        return registry;
    }

    private static double value(SimpleMeterRegistry registry, String name, String... tags) {
        return registry.get(name).tags(tags).gauge().value();
    }

    @Test
    void evidenceSequenceAndChangesAreExported() {
        SimpleMeterRegistry registry = shown(answer(KNOWN, Window.ALL));

        assertThat(value(registry, "musemeter.temperature.sequence.low", "guarantee", "asymptotic"))
                .isEqualTo(0.05);
        assertThat(value(registry, "musemeter.evidence.log.e")).isEqualTo(4.5);
        assertThat(value(registry, "musemeter.evidence.discovered")).isEqualTo(1);
        assertThat(value(registry, "musemeter.series.changes", "kind", "responseModel"))
                .isEqualTo(2);
        assertThat(value(registry, "musemeter.series.changes", "kind", "fingerprint"))
                .isZero();
        assertThat(value(registry, "musemeter.series.change.timestamp.seconds", "kind", "level", "direction", "up"))
                .isEqualTo(LATER.getEpochSecond());
        assertThat(registry.get("musemeter.series.swap.info").gauge().getId().getTag("to"))
                .isEqualTo("model-3");
    }

    @Test
    void whatHasNoWindowIsExportedOnceASeries() {
        SimpleMeterRegistry registry = shown(answer(KNOWN, Window.HOUR), answer(KNOWN, Window.ALL));

        assertThat(registry.find("musemeter.evidence.log.e").gauges())
                .singleElement()
                .satisfies(gauge -> assertThat(gauge.getId().getTag("window")).isNull());
    }

    @Test
    void whatIsNotKnownHasNoSample() {
        SimpleMeterRegistry registry = shown(answer(OverTime.NONE, Window.ALL));

        assertThat(registry.find("musemeter.evidence.log.e").gauges()).isEmpty();
        assertThat(registry.find("musemeter.temperature.sequence").gauges()).isEmpty();
        assertThat(registry.find("musemeter.series.change.timestamp.seconds").gauges())
                .isEmpty();
    }

    @Test
    void namesThatCameFromOutsideAreBounded() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        SeriesGauges gauges = new SeriesGauges(registry, new Admission(5, 100, 1_000_000, Set.of(), Set.of()));
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Change swap = new Change(Change.Kind.FINGERPRINT, LATER, null, "system-" + i);
            gauges.show(List.of(answer(new OverTime(null, null, List.of(swap), null), Window.ALL)));
            Gauge gauge = registry.get("musemeter.series.swap.info").gauge();
            seen.add(Objects.requireNonNull(gauge.getId().getTag("to")));
        }

        assertThat(seen.stream().collect(Collectors.toSet())).hasSize(6).contains("other");
    }
}
