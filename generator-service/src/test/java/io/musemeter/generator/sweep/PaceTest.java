package io.musemeter.generator.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PaceTest {
    @Test
    void itRunsUntilEnoughStoriesPerTemperatureExistAndWalksThereafter() {
        Pace pace = Pace.of(7, 30, 2, OptionalLong.empty());

        assertThat(pace.before(209)).isZero();
        assertThat(pace.before(210)).isEqualTo(Duration.ofMillis(500));
        assertThat(pace.ended(Long.MAX_VALUE)).isFalse();
    }

    @Test
    void itEndsAtTheGreatestNumberPerTemperature() {
        Pace pace = Pace.of(7, 30, 1, OptionalLong.of(20));

        assertThat(pace.ended(139)).isFalse();
        assertThat(pace.ended(140)).isTrue();
    }

    @Test
    void aRateOfNothingIsRefused() {
        assertThatThrownBy(() -> Pace.of(7, 30, 0, OptionalLong.empty())).hasMessageContaining("stories-per-second");
    }
}
