package io.musemeter.generator.provider;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/** What may be spent on a provider in a day of UTC. A restart begins the day's count anew. */
final class DailyBudget {
    private final OptionalLong calls;
    private final OptionalLong tokens;
    private final Clock clock;
    private LocalDate day;
    private long spentCalls;
    private long spentTokens;

    DailyBudget(OptionalLong calls, OptionalLong tokens, Clock clock) {
        this.calls = calls;
        this.tokens = tokens;
        this.clock = clock;
        this.day = today();
    }

    /** Takes a call out of the budget; false when it is used up. */
    synchronized boolean takeCall() {
        if (!day.equals(today())) {
            day = today();
            spentCalls = 0;
            spentTokens = 0;
        }
        boolean left = (calls.isEmpty() || spentCalls < calls.getAsLong())
                && (tokens.isEmpty() || spentTokens < tokens.getAsLong());
        if (left) {
            spentCalls++;
        }
        return left;
    }

    synchronized void spend(long moreTokens) {
        spentTokens += moreTokens;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
