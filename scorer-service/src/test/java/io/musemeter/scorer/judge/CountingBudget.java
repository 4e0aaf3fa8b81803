package io.musemeter.scorer.judge;

import io.musemeter.scorer.judge.budget.Budget;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A budget of calls within one process, that tells what became of them. */
final class CountingBudget implements Budget {
    final AtomicInteger left;
    final AtomicInteger used = new AtomicInteger();
    final AtomicInteger notMade = new AtomicInteger();

    CountingBudget(int calls) {
        left = new AtomicInteger(calls);
    }

    @Override
    public Optional<Reservation> reserve(long mostTokens) {
        return left.getAndDecrement() > 0 ? Optional.of(new Held()) : Optional.empty();
    }

    private final class Held implements Reservation {
        @Override
        public void used(long tokens) {
            used.incrementAndGet();
        }

        @Override
        public void notMade() {
            notMade.incrementAndGet();
            left.incrementAndGet();
        }
    }
}
