package io.musemeter.generator.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DailyBudgetTest {
    private static final Clock EVENING = Clock.fixed(Instant.parse("2026-01-01T23:59:59Z"), ZoneOffset.UTC);
    private static final Clock NEXT_DAY = Clock.offset(EVENING, Duration.ofSeconds(1));

    @TempDir
    Path folder;

    private DailyBudget budget(Clock clock) {
        return new DailyBudget(OptionalLong.of(1), OptionalLong.empty(), clock, folder.resolve("deep/budget.json"));
    }

    @Test
    void aNewDayOfUtcIsANewBudget() {
        assertThat(budget(EVENING).takeCall()).isTrue();
        assertThat(budget(EVENING).takeCall()).isFalse();

        assertThat(budget(NEXT_DAY).takeCall()).isTrue();
    }

    @Test
    void withoutBoundsNothingIsCountedOnDisk() {
        Path file = folder.resolve("unbounded.json");
        DailyBudget unbounded = new DailyBudget(OptionalLong.empty(), OptionalLong.empty(), EVENING, file);

        assertThat(unbounded.takeCall()).isTrue();
        unbounded.spend(1_000);

        assertThat(file).doesNotExist();
    }

    @Test
    void aFileThatIsBrokenBeginsTheCountAnew() throws Exception {
        budget(EVENING).takeCall();
        Files.writeString(folder.resolve("deep/budget.json"), "{");

        assertThat(budget(EVENING).takeCall()).isTrue();
    }

    @Test
    void whatIsUsedIsTheShareThatIsNearerItsEnd() {
        DailyBudget both =
                new DailyBudget(OptionalLong.of(10), OptionalLong.of(1_000), EVENING, folder.resolve("both.json"));
        both.takeCall();
        both.spend(700);

        assertThat(both.used()).hasValue(0.7);
    }

    @Test
    void aNewDayHasUsedNothing() {
        budget(EVENING).takeCall();

        assertThat(budget(EVENING).used()).hasValue(1);
        assertThat(budget(NEXT_DAY).used()).hasValue(0);
    }

    @Test
    void withoutBoundsNothingIsSaidOfUse() {
        assertThat(new DailyBudget(OptionalLong.empty(), OptionalLong.empty(), EVENING, folder.resolve("none.json"))
                        .used())
                .isEmpty();
    }
}
