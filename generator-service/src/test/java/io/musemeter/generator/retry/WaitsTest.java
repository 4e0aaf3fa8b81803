package io.musemeter.generator.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaitsTest {
    @Test
    void noWaitIsLongerThanTheLongest() {
        Waits waits = new Waits(Duration.ofMillis(10), Duration.ofMillis(50));

        assertThat(waits.after(0, Optional.of(Duration.ofHours(1)))).isEqualTo(Duration.ofMillis(50));
        for (int tries = 0; tries < 100; tries++) {
            assertThat(waits.after(tries, Optional.empty())).isBetween(Duration.ZERO, Duration.ofMillis(50));
        }
    }

    @Test
    void whatIsAskedForIsWaitedAndNoLess() {
        assertThat(new Waits(Duration.ofMillis(10), Duration.ofMinutes(1)).after(0, Optional.of(Duration.ofSeconds(7))))
                .isEqualTo(Duration.ofSeconds(7));
    }
}
