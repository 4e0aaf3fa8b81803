package io.musemeter.scorer.judge.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 2);
    private final Ledger ledger = new Ledger();

    @Test
    void aCallWithinTheLimitsIsGranted() {
        assertThat(ledger.enter(asked("a", 100))).isTrue();
        assertThat(ledger.calls(DAY)).isEqualTo(1);
        assertThat(ledger.tokens(DAY)).isEqualTo(100);
    }

    @Test
    void callsBeyondTheLimitAreNot() {
        ledger.enter(asked("a", 1));
        ledger.enter(asked("b", 1));
        ledger.enter(asked("c", 1));

        assertThat(ledger.enter(asked("d", 1))).isFalse();
    }

    @Test
    void tokensBeyondTheLimitAreNotAndLeaveRoomForSmallerCalls() {
        ledger.enter(asked("a", 900));

        assertThat(ledger.enter(asked("b", 200))).isFalse();
        assertThat(ledger.enter(asked("c", 100))).isTrue();
    }

    @Test
    void whatACallDidNotUseIsGivenBackAndWhatIsNeverSettledStaysSpent() {
        ledger.enter(asked("a", 500));
        ledger.enter(asked("b", 500));

        ledger.enter(new LedgerEntry.Settled("a", DAY, 1, 20));

        assertThat(ledger.tokens(DAY)).isEqualTo(520);
        assertThat(ledger.calls(DAY)).isEqualTo(2);
    }

    @Test
    void aCallThatWasNotMadeIsGivenBackWhole() {
        ledger.enter(asked("a", 500));

        ledger.enter(new LedgerEntry.Settled("a", DAY, 0, 0));

        assertThat(ledger.calls(DAY)).isZero();
        assertThat(ledger.tokens(DAY)).isZero();
    }

    @Test
    void settlingTwiceIsSettlingOnce() {
        ledger.enter(asked("a", 500));
        ledger.enter(new LedgerEntry.Settled("a", DAY, 0, 0));

        ledger.enter(new LedgerEntry.Settled("a", DAY, 0, 0));

        assertThat(ledger.calls(DAY)).isZero();
    }

    @Test
    void anotherDayHasABudgetOfItsOwn() {
        ledger.enter(asked("a", 1_000));

        assertThat(ledger.enter(new LedgerEntry.Asked("b", DAY.plusDays(1), 1_000, 3, 1_000)))
                .isTrue();
    }

    @Test
    void aDayThatIsForgottenGrantsNothing() {
        for (int day = 0; day < 4; day++) {
            ledger.enter(new LedgerEntry.Asked("day" + day, DAY.plusDays(day), 1, 3, 1_000));
        }

        assertThat(ledger.enter(asked("late", 1))).isFalse();
        assertThat(ledger.enter(new LedgerEntry.Asked("kept", DAY.plusDays(1), 1, 3, 1_000)))
                .isTrue();
    }

    @Property
    void whoeverReadsTheSameEntriesGrantsTheSameAndNeverTooMuch(
            @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 400) Integer> tokens) {
        Ledger first = new Ledger();
        Ledger second = new Ledger();
        List<Boolean> granted = new ArrayList<>();
        List<Boolean> again = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            granted.add(first.enter(asked("id" + i, tokens.get(i))));
            again.add(second.enter(asked("id" + i, tokens.get(i))));
        }

        assertThat(again).isEqualTo(granted);
        assertThat(first.calls(DAY)).isLessThanOrEqualTo(3);
        assertThat(first.tokens(DAY)).isLessThanOrEqualTo(1_000);
    }

    private static LedgerEntry asked(String id, long tokens) {
        return new LedgerEntry.Asked(id, DAY, tokens, 3, 1_000);
    }
}
