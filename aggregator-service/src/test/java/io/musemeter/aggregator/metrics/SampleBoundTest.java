package io.musemeter.aggregator.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheus.PrometheusConfig;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.musemeter.aggregator.Scores;
import io.musemeter.aggregator.answer.Answers;
import io.musemeter.aggregator.series.Scales;
import io.musemeter.aggregator.series.SeriesRules;
import io.musemeter.aggregator.series.SeriesState;
import io.musemeter.aggregator.service.AggregatorConfig;
import io.musemeter.events.Score;
import io.musemeter.events.Source;
import io.musemeter.events.correlation.Change;
import io.musemeter.events.correlation.Correlation;
import io.musemeter.events.correlation.Evidence;
import io.musemeter.events.correlation.OverTime;
import io.musemeter.events.correlation.Sequence;
import io.musemeter.events.correlation.Window;
import io.musemeter.events.metrics.MetricCatalogue;
import io.smallrye.config.WithDefault;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a scraper has to take at the bounds that an instance has by default. */
class SampleBoundTest {
    private static final int SERIES = 120;
    /** The stories without series of their own are counted under "other", by window and outcome. */
    private static final int OTHER = 30;

    /** Something of everything that a series can export. */
    private static final OverTime KNOWN = new OverTime(
            new Sequence(0.1, 0.05, 0.2, 900, Scores.NOON, "responseModel", "asymptotic"),
            new Evidence(4.5, 3, Scores.NOON, Scores.NOON, 1, true),
            Arrays.stream(Change.Kind.values())
                    .map(kind -> new Change(kind, Scores.NOON, "up", "other"))
                    .toList(),
            null);

    private static int byDefault(String key) throws NoSuchMethodException {
        return Integer.parseInt(AggregatorConfig.Metrics.class
                .getDeclaredMethod(key)
                .getAnnotation(WithDefault.class)
                .value());
    }

    private static Admission admission() throws NoSuchMethodException {
        return new Admission(byDefault("labelValues"), byDefault("series"), byDefault("samples"), Set.of(), Set.of());
    }

    private static List<Correlation> answers(int number, int temperatures) {
        SeriesState series = null;
        for (int i = 0; i < 8 * temperatures; i++) {
            double temperature = (i % temperatures) / (double) temperatures * 2;
            Score score = Scores.moved(
                    Scores.scored(
                            Scores.story("s" + i, new Source.Sweep(), temperature, Scores.NOON, "text " + i),
                            "edit_distance",
                            (i * 37 % 101) / 101.0),
                    "test",
                    "model-" + number % 10,
                    "prompt-" + number / 10);
            if (series == null) {
                series = SeriesState.begin(
                        score.series().seriesId(),
                        score.series(),
                        Scales.of(MetricCatalogue.named("edit_distance")),
                        SeriesRules.DEFAULT);
            }
            series.accept(score, Scores.NOON.toEpochMilli(), Scores.NOON.toEpochMilli());
        }
        SeriesState whole = series;
        return Arrays.stream(Window.values())
                .map(window -> Answers.of(whole, window, Scores.NOON.toEpochMilli()))
                .map(answer -> answer.expecting(
                        1_000,
                        answer.cells().stream().map(cell -> cell.expecting(100)).toList()))
                .map(answer -> answer.window() == Window.ALL ? answer.withOverTime(KNOWN) : answer)
                .toList();
    }

    private static Stream<String> samples(PrometheusMeterRegistry registry) {
        return registry.scrape().lines().filter(line -> !line.startsWith("#"));
    }

    /** Seven temperatures are the default sweep's, 64 the most that a series keeps apart. */
    @ParameterizedTest
    @CsvSource({"7,70", "64,10"})
    void aScrapeStaysUnderTheBoundAndUsesIt(int temperatures, int exportedAtLeast) throws Exception {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        List<Correlation> answers = IntStream.range(0, SERIES)
                .mapToObj(number -> answers(number, temperatures))
                .flatMap(List::stream)
                .toList();

        int unexported = new SeriesGauges(registry, admission()).show(answers);

        assertThat(samples(registry).count()).isLessThanOrEqualTo(byDefault("samples") + OTHER);
        assertThat(SERIES - unexported).isGreaterThanOrEqualTo(exportedAtLeast).isLessThan(SERIES);
        assertThat(samples(registry).filter(line -> line.contains("model=\"other\"")))
                .isNotEmpty();
    }

    /** What the configuration's page says of one series. */
    @ParameterizedTest
    @CsvSource({"7,678", "64,4668"})
    void aSeriesHasNoMoreSamplesThanItIsCountedFor(int temperatures, int most) throws Exception {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        List<Correlation> one = answers(0, temperatures);

        new SeriesGauges(registry, admission()).show(one);

        assertThat(one.stream().mapToInt(SeriesGauges::mostSamples).sum()).isEqualTo(most);
        // Of each window only q is missing here.
        assertThat(samples(registry).count()).isBetween((long) most - Window.values().length, (long) most);
    }
}
