package io.musemeter.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LoadReportTest {
    private static final long MILLI = 1_000_000;

    @Test
    void aPercentileIsTheNearestRank() {
        long[] oneToHundred =
                LongStream.rangeClosed(1, 100).map(i -> (101 - i) * MILLI).toArray();
        LoadReport report = new LoadReport(oneToHundred, Map.of(), 1);

        assertThat(report.millis(.5)).isEqualTo(50);
        assertThat(report.millis(.99)).isEqualTo(99);
        assertThat(report.millis(1)).isEqualTo(100);
        assertThat(report.millis(.001)).isEqualTo(1);
    }

    @Test
    void oneAnswerIsEveryPercentileAndNoneIsNoNumber() {
        assertThat(new LoadReport(new long[] {MILLI}, Map.of(), 1).millis(.99)).isEqualTo(1);
        assertThat(new LoadReport(new long[0], Map.of(), 1).millis(.99)).isNaN();
    }

    @Test
    void answersAreCountedByStatus() {
        LoadReport report = new LoadReport(new long[0], Map.of(200, 3L, 202, 4L, 429, 5L), 1);

        assertThat(report.answers(200, 202)).isEqualTo(7);
        assertThat(report.answers(500)).isZero();
    }
}
