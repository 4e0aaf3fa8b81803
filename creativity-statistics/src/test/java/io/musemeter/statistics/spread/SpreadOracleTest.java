package io.musemeter.statistics.spread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Figures by the authors' vendi_score and scikit-learn: {@code oracle/spread/spread.py}. */
class SpreadOracleTest {
    private static final Offset<Double> TOLERANCE = within(1e-9);

    @ParameterizedTest
    @CsvFileSource(resources = "/oracle/spread/spread.csv", numLinesToSkip = 1)
    void equalsTheOracle(
            long seed,
            int n,
            int dimension,
            double shift,
            double vendi,
            double vendiError,
            double meanPairwise,
            double meanPairwiseError) {
        List<float[]> vectors = vectors(seed, n, dimension, shift);

        Spread unlike = Spread.vendi(vectors).value().orElseThrow();
        Spread alike = Spread.meanPairwiseSimilarity(vectors).value().orElseThrow();

        assertThat(unlike.value()).isCloseTo(vendi, TOLERANCE);
        assertThat(unlike.standardError()).isCloseTo(vendiError, TOLERANCE);
        assertThat(alike.value()).isCloseTo(meanPairwise, TOLERANCE);
        assertThat(alike.standardError()).isCloseTo(meanPairwiseError, TOLERANCE);
        assertThat(unlike.n()).isEqualTo(n);
    }

    private static List<float[]> vectors(long seed, int n, int dimension, double shift) {
        long state = seed;
        List<float[]> vectors = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            float[] vector = new float[dimension];
            for (int k = 0; k < dimension; k++) {
                state = (1103515245L * state + 12345) % (1L << 31);
                vector[k] = (float) (((state >> 8) % 2001 - 1000) / 1000.0 + shift);
            }
            vectors.add(vector);
        }
        return vectors;
    }
}
