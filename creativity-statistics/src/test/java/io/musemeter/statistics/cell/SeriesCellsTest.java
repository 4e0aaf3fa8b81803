package io.musemeter.statistics.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.musemeter.statistics.effect.Selection;
import io.musemeter.statistics.effect.TemperatureSample;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesCellsTest {

    private static final Temperature WARM = Temperature.of(1);

    @Test
    void outcomesAreCountedApart() {
        SeriesCells series = new SeriesCells(MetricScale.unitInterval());

        series.add(WARM, new CellOutcome.Scored(0.25, 1, false));
        series.add(WARM, new CellOutcome.Scored(0.75, 2, true));
        series.add(WARM, new CellOutcome.Unscored(CellOutcome.Reason.UNSCORABLE, false));
        series.add(WARM, new CellOutcome.Unscored(CellOutcome.Reason.FAILED, true));

        TemperatureCell cell = series.cells().get(WARM);
        assertThat(cell.scoredCount()).isEqualTo(2);
        assertThat(cell.complete().count()).isEqualTo(1);
        assertThat(cell.truncatedCount()).isEqualTo(2);
        assertThat(cell.unscorableCount()).isEqualTo(1);
        assertThat(cell.failedCount()).isEqualTo(1);
        assertThat(cell.total()).isEqualTo(4);
    }

    @Test
    void copiesOfOneTextAreOneText() {
        SeriesCells series = new SeriesCells(MetricScale.unitInterval());

        for (int i = 0; i < 100; i++) {
            series.add(WARM, new CellOutcome.Scored(0.5, i % 3, false));
        }

        assertThat(series.cells().get(WARM).distinctTexts(false)).isEqualTo(3);
    }

    @Test
    void textsOfTruncatedStoriesCountOnlyWhereThoseStoriesDo() {
        SeriesCells series = new SeriesCells(MetricScale.unitInterval());

        for (int i = 0; i < 5; i++) {
            series.add(WARM, new CellOutcome.Scored(0.1 * i, i % 2, false));
            series.add(WARM, new CellOutcome.Scored(0.1 * i, 10 + i, true));
        }

        TemperatureCell cell = series.cells().get(WARM);
        assertThat(cell.distinctTexts(false)).isEqualTo(2);
        assertThat(cell.distinctTexts(true)).isEqualTo(5);
        assertThat(TemperatureSample.of(series, Selection.headline())
                        .cells()
                        .get(0)
                        .degenerate())
                .isTrue();
        assertThat(TemperatureSample.of(series, Selection.everything())
                        .cells()
                        .get(0)
                        .degenerate())
                .isFalse();
    }

    @Test
    void storiesLeftOutOfTheSampleAreNotMissing() {
        SeriesCells series = new SeriesCells(MetricScale.unitInterval());

        series.add(WARM, new CellOutcome.Scored(0.25, 1, false));
        series.add(WARM, new CellOutcome.Unscored(CellOutcome.Reason.SAMPLED_OUT, true));

        TemperatureCell cell = series.cells().get(WARM);
        assertThat(cell.sampledOutCount()).isEqualTo(1);
        assertThat(cell.attempted()).isEqualTo(1);
        assertThat(cell.total()).isEqualTo(2);
        assertThat(cell.truncatedCount()).isEqualTo(1);
    }

    @Test
    void theShareOfTheTrafficLetInIsItsHarmonicMean() {
        SeriesCells series = new SeriesCells(MetricScale.unitInterval());

        for (double fraction : new double[] {1, 0.5, 0.1}) {
            series.add(WARM, new CellOutcome.Scored(fraction, 1, false));
            series.standFor(WARM, fraction);
        }

        assertThat(series.cells().get(WARM).samplingFraction()).isCloseTo(3 / (1 + 2 + 10.0), within(1e-9));
        assertThat(SeriesCells.decode(series.encode()).cells().get(WARM).samplingFraction())
                .isEqualTo(series.cells().get(WARM).samplingFraction());
    }

    @Test
    void aRefusedValueChangesNothing() {
        SeriesCells series = new SeriesCells(MetricScale.unitInterval());
        byte[] before = series.encode();

        assertThatThrownBy(() -> series.add(WARM, new CellOutcome.Scored(Double.NaN, 1, false)))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(series.encode()).isEqualTo(before);
    }

    @Test
    void whatWasNeverCountedCannotBeSuperseded() {
        SeriesCells series = new SeriesCells(MetricScale.unitInterval());
        series.add(WARM, new CellOutcome.Unscored(CellOutcome.Reason.UNSCORABLE, false));
        byte[] before = series.encode();

        assertThatThrownBy(() -> series.supersede(
                        WARM,
                        new CellOutcome.Unscored(CellOutcome.Reason.FAILED, false),
                        new CellOutcome.Scored(0.5, 1, false)))
                .isInstanceOf(IllegalStateException.class);

        assertThat(series.encode()).isEqualTo(before);
    }

    @Test
    void differentScalesAreNotMerged() {
        SeriesCells series = new SeriesCells(MetricScale.unitInterval());

        assertThatThrownBy(() -> series.merge(new SeriesCells(MetricScale.perplexity())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("scale: ");
    }

    @Test
    void mergingWithItselfDoubles() {
        SeriesCells series = filled(7, 40, SeriesCells.DEFAULT_EXACT_LIMIT, new Random(1));

        series.merge(series);

        assertThat(series.cells().get(WARM).scoredCount()).isEqualTo(80);
    }

    @Test
    void damagedBytesAreRefused() {
        byte[] bytes = filled(7, 20, 64, new Random(2)).encode();

        assertThatThrownBy(() -> SeriesCells.decode(new byte[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SeriesCells.decode(new byte[] {99})).hasMessageContaining("format 99 is unknown");
        assertThatThrownBy(() -> SeriesCells.decode(Arrays.copyOf(bytes, bytes.length - 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SeriesCells.decode(Arrays.copyOf(bytes, bytes.length + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"linear,0", "linear,0.3", "logarithmic,0", "logarithmic,0.3"})
    void aSeriesOfSevenTemperaturesWithAllWindowsStaysWithin240Kilobytes(String kind, double truncated) {
        MetricScale scale = kind.equals("linear") ? MetricScale.unitInterval() : MetricScale.perplexity();
        int shortPanes = 20 + 12 + 24 + 28;
        Random random = new Random(3);

        int exact = size(SeriesCells.pane(scale), SeriesCells.PANE_EXACT_LIMIT / 7, truncated, random);
        int binned = size(SeriesCells.pane(scale), 5_000, truncated, random);
        int all = Math.max(
                size(new SeriesCells(scale), SeriesCells.DEFAULT_EXACT_LIMIT / 7, truncated, random),
                size(new SeriesCells(scale), 200_000, truncated, random));
        int recent = size(new SeriesCells(scale), 36, truncated, random);

        assertThat(shortPanes * Math.max(exact, binned) + all + recent).isLessThanOrEqualTo(240 * 1024);
    }

    @Test
    void ratingsOfManyStoriesStayWithinTheSameSize() {
        MetricScale scale = MetricScale.linear(1, 5, 3);
        Random random = new Random(5);

        int pane = ratings(SeriesCells.pane(scale), random);
        int all = ratings(new SeriesCells(scale), random);

        assertThat(84 * pane + 2 * all).isLessThanOrEqualTo(240 * 1024);
    }

    private static int ratings(SeriesCells series, Random random) {
        for (int i = 0; i < 20_000; i++) {
            series.add(
                    Temperature.of(i % 7 / 2.0),
                    new CellOutcome.Scored(
                            1 + random.nextInt(5),
                            random.nextInt(5_000),
                            random.nextDouble() < 0.3,
                            random.nextInt(1_000),
                            true));
        }
        return series.encode().length;
    }

    private static int size(SeriesCells series, int each, double truncated, Random random) {
        for (int t = 0; t < 7; t++) {
            for (int i = 0; i < each; i++) {
                double value =
                        series.scale().logarithmic() ? Math.exp(1 + t + random.nextGaussian()) : random.nextDouble();
                series.add(
                        Temperature.of(t / 2.0),
                        new CellOutcome.Scored(
                                Math.max(1e-3, value),
                                random.nextLong(),
                                random.nextDouble() < truncated,
                                random.nextInt(1_000)));
            }
        }
        return series.encode().length;
    }

    private static SeriesCells filled(int temperatures, int each, int limit, Random random) {
        SeriesCells series = new SeriesCells(MetricScale.unitInterval(), limit);
        for (int t = 0; t < temperatures; t++) {
            for (int i = 0; i < each; i++) {
                series.add(
                        Temperature.of(t / 2.0), new CellOutcome.Scored(random.nextDouble(), random.nextLong(), false));
            }
        }
        return series;
    }
}
