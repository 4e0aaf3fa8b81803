package io.musemeter.aggregator.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
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
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LabelBoundsTest {
    private static final Correlation EXAMPLE = answer("example");
    /** Samples of one series in one window with no more than one temperature: figures, verdicts, outcomes, quantiles. */
    private static final int MOST_SAMPLES = 60;

    private static Correlation answer(String model) {
        Score score = Scores.scored(Scores.story("s", new Source.Sweep(), 1, Scores.NOON), "edit_distance", 0.5);
        SeriesKey key = key(score.series(), model, "prompt");
        SeriesState series = SeriesState.begin(
                key.seriesId(), key, Scales.of(MetricCatalogue.named("edit_distance")), SeriesRules.DEFAULT);
        series.accept(score, Scores.NOON.toEpochMilli(), Scores.NOON.toEpochMilli());
        return Answers.of(series, Window.ALL, Scores.NOON.toEpochMilli());
    }

    /** The example under other names and with other numbers, sharing the rest: a hundred thousand copies would fill the heap. */
    private static Correlation answer(String model, String prompt, long n) {
        SeriesKey key = key(EXAMPLE.series(), model, prompt);
        Map<String, Object> changed =
                Map.of("seriesId", key.seriesId(), "series", key, "n", n, "expected", n + 1, "pending", n);
        RecordComponent[] components = Correlation.class.getRecordComponents();
        try {
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                Object known = components[i].getAccessor().invoke(EXAMPLE);
                values[i] = changed.getOrDefault(components[i].getName(), known);
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return Correlation.class.getConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("Correlation", e);
        }
    }

    private static SeriesKey key(SeriesKey known, String model, String prompt) {
        return new SeriesKey(
                known.environment(),
                known.source(),
                model,
                prompt,
                known.promptVersion(),
                known.samplerHash(),
                known.metric(),
                known.evaluatorId());
    }

    private static Admission atMost(int values, int series) {
        return new Admission(values, series, 1_000_000, Set.of(), Set.of());
    }

    private static List<Correlation> hostile(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> answer("model-" + i + "{}\"", "prompt-" + i, 1))
                .toList();
    }

    private static Set<String> models(SimpleMeterRegistry registry) {
        return registry.find("musemeter.series.n").gauges().stream()
                .map(gauge -> String.valueOf(gauge.getId().getTag("model")))
                .collect(Collectors.toSet());
    }

    @Test
    void aHundredThousandHostileModelNamesLeaveTheNumberOfSamplesUnderItsBound() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        SeriesGauges gauges = new SeriesGauges(registry, atMost(50, 500));

        int unexported = gauges.show(hostile(100_000));

        assertThat(unexported).isEqualTo(99_950);
        assertThat(models(registry)).hasSize(50);
        assertThat(registry.getMeters()).hasSizeLessThan(51 * MOST_SAMPLES);
    }

    @Test
    void whatIsLeftOutIsCountedUnderOneName() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        SeriesGauges gauges = new SeriesGauges(registry, atMost(1, 500));

        gauges.show(List.of(answer("a", "prompt", 7), answer("b", "prompt", 5), answer("c", "prompt", 4)));

        assertThat(registry.get("musemeter.stories.expected")
                        .tag("model", "other")
                        .gauge()
                        .value())
                .isEqualTo(6 + 5);
        assertThat(registry.find("musemeter.series.n").tag("model", "other").gauges())
                .isEmpty();
    }

    @Test
    void listedModelsComeBeforeAFlood() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        SeriesGauges gauges = new SeriesGauges(registry, new Admission(5, 500, 1_000_000, Set.of("ours"), Set.of()));
        List<Correlation> answers = new ArrayList<>(hostile(100));
        gauges.show(answers);
        answers.add(answer("ours", "prompt", 1));

        gauges.show(answers);

        assertThat(models(registry)).contains("ours").hasSize(5);
    }

    @Test
    void aSeriesKeepsItsGaugesWhateverComesAfterIt() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        SeriesGauges gauges = new SeriesGauges(registry, atMost(2, 500));
        List<Correlation> answers = new ArrayList<>(List.of(answer("a", "p", 1), answer("b", "p", 1)));
        gauges.show(answers);
        answers.add(answer("c", "p", 1_000));

        gauges.show(answers);

        assertThat(models(registry)).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void aSeriesThatIsGoneFreesItsPlace() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        SeriesGauges gauges = new SeriesGauges(registry, atMost(1, 500));
        gauges.show(List.of(answer("a", "p", 1)));

        gauges.show(List.of(answer("b", "p", 1)));

        assertThat(models(registry)).containsExactly("b");
    }

    @Test
    void aSeriesThatIsLeftOutUsesUpNoPlace() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        SeriesGauges gauges = new SeriesGauges(registry, atMost(2, 500));

        gauges.show(List.of(answer("a", "p1", 9), answer("b", "p1", 8), answer("c", "p2", 7), answer("a", "p2", 6)));

        assertThat(registry.find("musemeter.series.n").tag("prompt", "p2").gauges())
                .singleElement()
                .satisfies(gauge -> assertThat(gauge.getId().getTag("model")).isEqualTo("a"));
    }

    @Property(tries = 50)
    void noLabelHasMoreValuesThanItsBound(
            @ForAll List<@StringLength(min = 1, max = 2) @AlphaChars String> models,
            @ForAll List<@StringLength(min = 1, max = 2) @AlphaChars String> prompts) {
        Admission admission = atMost(3, 4);
        List<Correlation> answers = new ArrayList<>();
        for (int i = 0; i < Math.min(models.size(), prompts.size()); i++) {
            answers.add(answer(models.get(i), prompts.get(i), i));
        }

        Set<String> admitted = admission.admit(answers);

        List<SeriesKey> keys = answers.stream()
                .filter(answer -> admitted.contains(answer.seriesId()))
                .map(Correlation::series)
                .toList();
        assertThat(admitted).hasSizeLessThanOrEqualTo(4);
        assertThat(keys.stream().map(SeriesKey::model).distinct()).hasSizeLessThanOrEqualTo(3);
        assertThat(keys.stream().map(SeriesKey::promptId).distinct()).hasSizeLessThanOrEqualTo(3);
        assertThat(admitted.isEmpty()).isEqualTo(answers.isEmpty());
    }

    @Test
    void aSeriesThatIsNoLongerShownLeavesNoMeterBehind() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        SeriesGauges gauges = new SeriesGauges(registry, atMost(5, 100));
        gauges.show(List.of(answer("a"), answer("b")));

        gauges.show(List.of(answer("b")));

        assertThat(registry.find("musemeter.series.n").gauges())
                .singleElement()
                .satisfies(gauge -> assertThat(gauge.getId().getTag("model")).isEqualTo("b"));
        gauges.show(List.of());
        assertThat(registry.getMeters()).isEmpty();
    }

    /** To take each meter out and put another in at every refresh would cost four times as much. */
    @Test
    void aSampleThatStaysChangesItsValueAndNotItsMeter() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        SeriesGauges gauges = new SeriesGauges(registry, atMost(5, 100));
        gauges.show(List.of(answer("a", "p", 7)));
        Set<Meter> before = Set.copyOf(registry.getMeters());

        gauges.show(List.of(answer("a", "p", 8)));

        assertThat(registry.get("musemeter.series.n").gauge().value()).isEqualTo(8);
        assertThat(registry.getMeters()).allMatch(meter -> before.stream().anyMatch(known -> known == meter));
    }

    @Test
    void aFigureThatIsNotThereHasNoSample() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();

        new SeriesGauges(registry, atMost(5, 100)).show(List.of(answer("a")));

        assertThat(registry.find("musemeter.temperature.slope").gauges()).isEmpty();
        assertThat(registry.find("musemeter.scores.pending").gauges()).isEmpty();
        assertThat(registry.find("musemeter.metric.mean").gauges()).hasSize(1);
    }
}
