package io.musemeter.statistics.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

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

        assertThat(series.cells().get(WARM).distinctTexts()).isEqualTo(3);
        assertThat(series.cells().get(WARM).fewTexts()).isTrue();
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

    @Test
    void aSeriesOfSevenTemperaturesWithAllWindowsStaysWithin256Kilobytes() {
        int shortPanes = 20 + 12 + 24 + 28;
        Random random = new Random(3);

        long exact = (long) shortPanes
                * filled(7, 48, SeriesCells.PANE_EXACT_LIMIT, random).encode().length;
        long binned = (long) shortPanes
                * filled(7, 5_000, SeriesCells.PANE_EXACT_LIMIT, random).encode().length;
        long all = Math.max(
                filled(7, 585, SeriesCells.DEFAULT_EXACT_LIMIT, random).encode().length,
                filled(7, 200_000, SeriesCells.DEFAULT_EXACT_LIMIT, random).encode().length);

        assertThat(Math.max(exact, binned) + all).isLessThanOrEqualTo(256 * 1024);
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
