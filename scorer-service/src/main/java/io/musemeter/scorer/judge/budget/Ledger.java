package io.musemeter.scorer.judge.budget;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was granted, told from the entries alone: whoever reads the same entries in the same order comes to the same answer,
 * so instances need not talk to each other. Holds only the latest days.
 */
public final class Ledger {
    private static final int DAYS_KEPT = 3;

    private static final class Day {
        private long calls;
        private long tokens;
        private final Map<String, Long> open = new HashMap<>();
    }

    private final TreeMap<LocalDate, Day> days = new TreeMap<>();

    /**
     * Enters the next entry.
     *
     * @return for a question whether it is granted; true for a settlement
     */
    public boolean enter(LedgerEntry entry) {
        if (entry instanceof LedgerEntry.Asked asked) {
            return ask(asked);
        }
        settle((LedgerEntry.Settled) entry);
        return true;
    }

    /** Calls spent or set aside on a day. */
    public long calls(LocalDate day) {
        Day known = days.get(day);
        return known == null ? 0 : known.calls;
    }

    /** Tokens spent or set aside on a day. */
    public long tokens(LocalDate day) {
        Day known = days.get(day);
        return known == null ? 0 : known.tokens;
    }

    private boolean ask(LedgerEntry.Asked asked) {
        if (days.size() == DAYS_KEPT && asked.day().isBefore(days.firstKey())) {
            // What was spent on it is forgotten, so nothing more can be granted.
            return false;
        }
        Day day = days.computeIfAbsent(asked.day(), unseen -> new Day());
        while (days.size() > DAYS_KEPT) {
            days.pollFirstEntry();
        }
        if (day.open.containsKey(asked.id())) {
            // The same entry written twice by a producer that tried again.
            return true;
        }
        if (day.calls + 1 > asked.mostCalls() || day.tokens + asked.tokens() > asked.mostTokens()) {
            return false;
        }
        day.calls++;
        day.tokens += asked.tokens();
        day.open.put(asked.id(), asked.tokens());
        return true;
    }

    private void settle(LedgerEntry.Settled settled) {
        Day day = days.get(settled.day());
        if (day == null) {
            return;
        }
        Long reserved = day.open.remove(settled.id());
        if (reserved != null) {
            day.calls += settled.calls() - 1;
            day.tokens += settled.tokens() - reserved;
        }
    }
}
