package io.musemeter.storymodel;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplingTest {

    @ParameterizedTest
    @ValueSource(doubles = {-1e-9, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void rejectsATemperatureThatIsNone(double temperature) {
        assertThatThrownBy(() -> Sampling.at(temperature, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("temperature must be finite and at least 0, not " + temperature);
    }

    @Test
    void rejectsANegativeTopK() {
        assertThatThrownBy(() -> new Sampling(1, -1, 1, 0, 1)).hasMessage("topK must be at least 0, not -1");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1.01, Double.NaN})
    void rejectsATopPThatIsNoShare(double topP) {
        assertThatThrownBy(() -> new Sampling(1, 0, topP, 0, 1)).hasMessage("topP must be in (0, 1], not " + topP);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-.1, 1.01, Double.NaN})
    void rejectsAMinPThatIsNoShare(double minP) {
        assertThatThrownBy(() -> new Sampling(1, 0, 1, minP, 1)).hasMessage("minP must be in [0, 1], not " + minP);
    }
}
