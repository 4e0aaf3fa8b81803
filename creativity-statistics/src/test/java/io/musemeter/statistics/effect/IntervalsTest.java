package io.musemeter.statistics.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.hipparchus.distribution.continuous.TDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalsTest {

    @ParameterizedTest
    @CsvSource({
        // scipy.stats.t.ppf
        "0.95,1,12.706204736432095",
        "0.95,2.5,3.5746548420118773",
        "0.95,4.2,2.7250727225923765",
        "0.95,30,2.0422724563012373",
        "0.9,1000,1.6463788172854639",
        "0.99,7.7,3.3937268676190104"
    })
    void quantilesEqualThoseOfScipy(double level, double freedom, double expected) {
        assertThat(Intervals.tQuantile(level, freedom)).isCloseTo(expected, within(1e-9));
    }

    @Property(tries = 300)
    void theQuantileLeavesWhatItSaysAboveIt(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double level,
            @ForAll @DoubleRange(min = 1, max = 1e6) double freedom) {
        double quantile = Intervals.tQuantile(level, freedom);

        assertThat(1 - 2 * new TDistribution(freedom).cumulativeProbability(-quantile))
                .isCloseTo(level, within(1e-8));
    }
}
