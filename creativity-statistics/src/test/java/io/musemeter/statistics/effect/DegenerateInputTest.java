package io.musemeter.statistics.effect;

import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Answer.Reason;
import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.cell.CellOutcome;
import io.musemeter.statistics.cell.MetricScale;
import io.musemeter.statistics.cell.SeriesCells;
import io.musemeter.statistics.cell.Temperature;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DegenerateInputTest {

    private final SeriesCells series = new SeriesCells(MetricScale.unitInterval());
    private long text;

    @Test
    void nothingScoredGivesNoDataThroughout() {
        assertThat(reasons()).containsOnly(Reason.NO_DATA);
    }

    @Test
    void oneTemperatureGivesNoRelation() {
        scores(1.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6);

        assertThat(reasons()).containsOnly(Reason.ONE_TEMPERATURE);
    }

    @Test
    void oneValueGivesNoVariance() {
        scores(0.5, 0.3, 0.3, 0.3, 0.3, 0.3);
        scores(1.5, 0.3, 0.3, 0.3, 0.3, 0.3);

        assertThat(reasons())
                .doesNotContain(Reason.NO_DATA, Reason.ONE_TEMPERATURE)
                .hasSize(5);
    }

    @Test
    void twoScoresAreTooFew() {
        scores(0.5, 0.3);
        scores(1.5, 0.4);

        assertThat(reason(Slope.of(sample(), 0.95))).contains(Reason.TOO_FEW);
    }

    @Test
    void copiesOfATextDoNotMakeAnInterval() {
        for (int i = 0; i < 50; i++) {
            text = 7;
            scores(0.5, 0.3);
            text = 8;
            scores(1.5, 0.4);
        }

        assertThat(reason(Slope.of(sample(), 0.95))).contains(Reason.NO_VARIANCE);
    }

    @Test
    void roundingIsNoSpreadOfRanks() {
        scores(0.334, 0, 0);
        scores(0.667, 0.25, 0.5, 1, 1e-6, 2e-6);
        scores(1.0, 0);
        scores(1.334, 0);

        assertThat(reason(Spearman.of(sample(), 0.95))).contains(Reason.NO_VARIANCE);
    }

    @Test
    void aDegenerateTemperatureBorrowsItsVariance() {
        scores(0.5, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6);
        scores(1.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7);
        scores(1.5, 0.5);

        Estimate slope = Slope.of(sample(), 0.95).value().orElseThrow();

        assertThat(slope.standardError()).isPositive();
        assertThat(slope.n()).isEqualTo(13);
    }

    @Test
    void perfectOrderHasNoSpreadToEstimateAnErrorFrom() {
        scores(0.5, 0.10, 0.11, 0.12, 0.13, 0.14);
        scores(1.5, 0.80, 0.81, 0.82, 0.83, 0.84);

        assertThat(reason(Concordance.somers(sample(), 0.95))).contains(Reason.NO_VARIANCE);
        assertThat(Slope.of(sample(), 0.95).value()).isPresent();
    }

    @Test
    void theExemplarsOwnArmAndTruncatedStoriesAreNotInTheHeadline() {
        scores(0.001, 0.9, 0.9, 0.9);
        scores(0.5, 0.1, 0.2, 0.3);
        series.add(Temperature.of(0.5), new CellOutcome.Scored(0.99, 1, true));

        TemperatureSample headline = TemperatureSample.of(series, Selection.headline());

        assertThat(headline.n()).isEqualTo(3);
        assertThat(headline.temperatures()).containsExactly(Temperature.of(0.5));
        assertThat(TemperatureSample.of(series, Selection.headline().withTruncated())
                        .n())
                .isEqualTo(4);
        assertThat(TemperatureSample.of(series, Selection.everything()).n()).isEqualTo(7);
    }

    private void scores(double temperature, double... values) {
        for (double value : values) {
            series.add(Temperature.of(temperature), new CellOutcome.Scored(value, text++, false));
        }
    }

    private TemperatureSample sample() {
        return TemperatureSample.of(series, Selection.headline());
    }

    private List<Reason> reasons() {
        TemperatureSample sample = sample();
        return List.of(
                        Slope.of(sample, 0.95),
                        Pearson.of(sample, 0.95),
                        Spearman.of(sample, 0.95),
                        Concordance.kendall(sample, 0.95),
                        DesignStandardised.of(sample, DesignStandardised.DEFAULT_DESIGN, 0.95))
                .stream()
                .flatMap(answer -> reason(answer).stream())
                .toList();
    }

    private static Optional<Reason> reason(Answer<Estimate> answer) {
        return answer.fold(known -> Optional.empty(), unknown -> Optional.of(unknown.reason()));
    }
}
