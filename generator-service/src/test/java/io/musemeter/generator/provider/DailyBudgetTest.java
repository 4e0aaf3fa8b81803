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
        assertThat(budget(EVENING).take(1)).isPresent();
        assertThat(budget(EVENING).take(1)).isEmpty();

        assertThat(budget(NEXT_DAY).take(1)).isPresent();
    }

    @Test
    void withoutBoundsNothingIsCountedOnDisk() {
        Path file = folder.resolve("unbounded.json");
        DailyBudget unbounded = new DailyBudget(OptionalLong.empty(), OptionalLong.empty(), EVENING, file);

        assertThat(unbounded.take(1)).isPresent();

        assertThat(file).doesNotExist();
    }

    @Test
    void aFileThatIsBrokenBeginsTheCountAnew() throws Exception {
        budget(EVENING).take(1);
        Files.writeString(folder.resolve("deep/budget.json"), "{");

        assertThat(budget(EVENING).take(1)).isPresent();
    }

    @Test
    void whatIsUsedIsTheShareThatIsNearerItsEnd() {
        DailyBudget both =
                new DailyBudget(OptionalLong.of(10), OptionalLong.of(1_000), EVENING, folder.resolve("both.json"));
        both.settle(both.take(100).orElseThrow(), 700);

        assertThat(both.used()).hasValue(0.7);
    }

    private DailyBudget ofTokens(Clock clock) {
        return new DailyBudget(OptionalLong.empty(), OptionalLong.of(1_000), clock, folder.resolve("tokens.json"));
    }

    @Test
    void whatIsNeverSettledStaysSpentAlsoOverARestart() {
        ofTokens(EVENING).take(1_000);

        assertThat(ofTokens(EVENING).take(1)).isEmpty();
        assertThat(ofTokens(EVENING).used()).hasValue(1);
    }

    @Test
    void settlingPutsWhatWasUsedInThePlaceOfWhatWasSetAside() {
        DailyBudget budget = ofTokens(EVENING);
        DailyBudget.Reserved one = budget.take(500).orElseThrow();
        DailyBudget.Reserved two = budget.take(500).orElseThrow();
        assertThat(budget.take(1)).isEmpty();

        budget.settle(one, 0);
        budget.settle(two, 100);

        assertThat(budget.used()).hasValue(0.1);
    }

    @Test
    void aCallThatEndsOnTheNextDayTakesNothingFromIt() {
        DailyBudget.Reserved yesterday = ofTokens(EVENING).take(900).orElseThrow();
        DailyBudget today = ofTokens(NEXT_DAY);
        today.take(50);

        today.settle(yesterday, 10);

        assertThat(today.used()).hasValue(0.05);
    }

    @Test
    void aNewDayHasUsedNothing() {
        budget(EVENING).take(1);

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
