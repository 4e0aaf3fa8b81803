package io.musemeter.statistics.effect;

import static io.musemeter.statistics.Fixtures.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Curves;
import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.Fixtures;
import io.musemeter.statistics.shape.LackOfFit;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures of SciPy and statsmodels on data sets without and with ties, skewed, and unbalanced. */
class OracleTest {

    private static final Offset<Double> EXACT = within(1e-9);

    @ParameterizedTest
    @ValueSource(strings = {"bounded", "ratings", "perplexity", "unequal"})
    void slopeWithCellVariances(String data) {
        Estimate slope = known(Slope.of(sample(data), 0.95));

        assertThat(slope.estimate()).isCloseTo(figure(data + ".slope"), EXACT);
        assertThat(slope.standardError()).isCloseTo(figure(data + ".slope.error"), EXACT);
        assertThat(slope.degreesOfFreedom()).isCloseTo(figure(data + ".slope.df"), Percentage.withPercentage(1e-5));
        assertThat(slope.low()).isCloseTo(figure(data + ".slope.low"), within(1e-8));
        assertThat(slope.high()).isCloseTo(figure(data + ".slope.high"), within(1e-8));
        assertThat(slope.p()).isCloseTo(figure(data + ".slope.p"), within(1e-8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bounded", "ratings", "perplexity", "unequal"})
    void classicalTests(String data) {
        TemperatureSample sample = sample(data);

        assertThat(known(ClassicalTests.pearson(sample, 0.95)).estimate()).isCloseTo(figure(data + ".pearson"), EXACT);
        assertThat(known(ClassicalTests.pearson(sample, 0.95)).p()).isCloseTo(figure(data + ".pearson.p"), EXACT);
        assertThat(known(ClassicalTests.spearman(sample, 0.95)).estimate())
                .isCloseTo(figure(data + ".spearman"), EXACT);
        assertThat(known(ClassicalTests.spearman(sample, 0.95)).p()).isCloseTo(figure(data + ".spearman.p"), EXACT);
        assertThat(ClassicalTests.kendallP(sample).value().orElseThrow()).isCloseTo(figure(data + ".kendall.p"), EXACT);
        assertThat(known(ClassicalTests.leastSquares(sample, 0.95)).standardError())
                .isCloseTo(figure(data + ".slope.classicalError"), EXACT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bounded", "ratings", "perplexity", "unequal"})
    void rankStatisticsWithTheirErrors(String data) {
        TemperatureSample sample = sample(data);
        Estimate spearman = known(Spearman.of(sample, 0.95));
        Estimate kendall = known(Concordance.kendall(sample, 0.95));
        Estimate somers = known(Concordance.somers(sample, 0.95));

        assertThat(spearman.estimate()).isCloseTo(figure(data + ".spearman"), EXACT);
        assertThat(kendall.estimate()).isCloseTo(figure(data + ".kendall"), EXACT);
        assertThat(somers.estimate()).isCloseTo(figure(data + ".somers"), EXACT);
        assertThat(spearman.standardError()).isCloseTo(figure(data + ".spearman.error"), within(1e-6));
        assertThat(kendall.standardError()).isCloseTo(figure(data + ".kendall.error"), within(1e-6));
        assertThat(somers.standardError()).isCloseTo(figure(data + ".somers.error"), within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bounded", "ratings", "perplexity", "unequal"})
    void pearsonWithItsError(String data) {
        Estimate pearson = known(Pearson.of(sample(data), 0.95));

        assertThat(pearson.estimate()).isCloseTo(figure(data + ".pearson"), EXACT);
        // The jackknife takes the fourth moment as it is, the delta method with its small-sample term.
        assertThat(pearson.standardError()).isCloseTo(figure(data + ".pearson.error"), Percentage.withPercentage(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bounded", "ratings", "perplexity", "unequal"})
    void designStandardisedWithTheErrorOfNumericalDerivatives(String data) {
        Estimate r = known(DesignStandardised.of(sample(data), DesignStandardised.DEFAULT_DESIGN, 0.95));

        assertThat(r.estimate()).isCloseTo(Curves.figure(data + ".designR"), within(1e-8));
        assertThat(r.standardError()).isCloseTo(Curves.figure(data + ".designR.error"), within(1e-7));
        assertThat(r.low()).isCloseTo(Curves.figure(data + ".designR.low"), within(1e-7));
        assertThat(r.high()).isCloseTo(Curves.figure(data + ".designR.high"), within(1e-7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bounded", "ratings", "perplexity", "unequal"})
    void varianceExplainedAndWelchsAnalysisOfVariance(String data) {
        TemperatureSample sample = sample(data);
        LackOfFit welch = LackOfFit.ofConstant(sample.cells()).value().orElseThrow();

        assertThat(OmegaSquared.of(sample).value().orElseThrow()).isCloseTo(figure(data + ".omegaSquared"), EXACT);
        assertThat(welch.f()).isCloseTo(figure(data + ".welch.f"), within(1e-6));
        assertThat(welch.denominatorFreedom()).isCloseTo(figure(data + ".welch.df"), within(1e-5));
        assertThat(welch.p()).isCloseTo(figure(data + ".welch.p"), within(1e-8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bounded", "ratings", "perplexity", "unequal"})
    void momentsOfACell(String data) {
        CellMoments cell = sample(data).rawCells().get(2);

        assertThat(cell.mean()).isCloseTo(figure(data + ".mean"), EXACT);
        assertThat(Math.sqrt(cell.variance())).isCloseTo(figure(data + ".sd"), EXACT);
        assertThat(cell.third()).isCloseTo(figure(data + ".m3"), EXACT);
        assertThat(cell.fourth()).isCloseTo(figure(data + ".m4"), EXACT);
    }

    private static TemperatureSample sample(String data) {
        return TemperatureSample.of(Fixtures.series(data), Selection.headline());
    }

    private static Estimate known(Answer<Estimate> answer) {
        return answer.value().orElseThrow();
    }
}
