package io.musemeter.scorer.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);
    private final Patience patience = new Patience(4, FIRST, LONGEST_DELAY, Duration.ofMinutes(10));

    @Property
    void whatTheProviderAsksForIsKeptToTheMillisecond(
            @ForAll @IntRange(min = 1, max = 1_000) int failed,
            @ForAll @LongRange(min = 0, max = 86_400_000) long millis,
            @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double random) {
        Duration asked = Duration.ofMillis(millis);

        assertThat(patience.delay(failed, Optional.of(asked), random)).isEqualTo(asked);
    }

    @Property
    void waitsOfOurOwnDoubleWithinBoundsAndAreNeverShortened(
            @ForAll @IntRange(min = 1, max = 1_000) int failed,
            @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double random) {
        Duration least = patience.delay(failed, Optional.empty(), 0);

        assertThat(least).isBetween(FIRST, LONGEST_DELAY);
        assertThat(patience.delay(failed, Optional.empty(), random))
                .isBetween(least, least.multipliedBy(13).dividedBy(10));
    }

    @Test
    void aRetryAfterOfYearsIsWaitedForADay() {
        Duration years = Duration.ofDays(1_000);

        assertThat(patience.pause(1, Optional.of(years), 0)).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void pausesGrowBeyondTheLongestDelay() {
        assertThat(patience.pause(30, Optional.empty(), 0)).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void waitsOfOurOwnDouble() {
        assertThat(patience.delay(3, Optional.empty(), 0)).isEqualTo(FIRST.multipliedBy(4));
    }
}
