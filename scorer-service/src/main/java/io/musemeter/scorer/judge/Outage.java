package io.musemeter.scorer.judge;

import io.musemeter.scorer.metric.NotNowException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Tells a provider that answers nobody from a story that is not answered, and waits for the former. Whoever got no answer
 * comes here; one at a time asks about a harmless text, the others wait for what it finds, so that an outage costs one call a
 * pause however many wait.
 */
final class Outage {
    /** Asks the provider about a harmless text. */
    @FunctionalInterface
    interface Probe {
        /** Nothing when there was an answer, whatever it said; else why there was none. */
        Optional<JudgeCallException> ask() throws InterruptedException;
    }

    private final Probe probe;
    private final Patience patience;
    private final ReentrantLock turn = new ReentrantLock();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicInteger outlasted = new AtomicInteger();
    private volatile boolean waiting;

    Outage(Probe probe, Patience patience) {
        this.probe = probe;
        this.patience = patience;
    }

    /**
     * Returns once the provider answers somebody.
     *
     * @param seen {@link #outlasted} when the story was first asked about: an outage that ended since then was its as well
     * @param asked how long the provider asked us to wait at last; nobody is asked before
     * @return whether there was an outage; false when it is the story that is not answered
     * @throws NotNowException when the scorer is being stopped
     */
    boolean outlast(int seen, Optional<Duration> asked) throws InterruptedException {
        turn.lockInterruptibly();
        try {
            if (outlasted.get() != seen) {
                return true;
            }
            if (stopped.getCount() == 0) {
                throw stopping();
            }
            waiting = asked.filter(wait -> wait.compareTo(patience.longestDelay()) > 0)
                    .isPresent();
            Optional<JudgeCallException> failure = asked.isPresent() ? after(patience.delay(1, asked, 0)) : probe.ask();
            for (int failed = 1; failure.isPresent(); failed++) {
                waiting = true;
                failure = after(patience.pause(
                        failed,
                        failure.get().retryAfter(),
                        ThreadLocalRandom.current().nextDouble()));
            }
            if (waiting) {
                outlasted.incrementAndGet();
            }
            return waiting;
        } finally {
            waiting = false;
            turn.unlock();
        }
    }

    /** Number of outages that are over. */
    int outlasted() {
        return outlasted.get();
    }

    /** Whether anybody waits for the provider. */
    boolean waiting() {
        return waiting;
    }

    /** Ends all waiting. */
    void stop() {
        stopped.countDown();
    }

    private Optional<JudgeCallException> after(Duration wait) throws InterruptedException {
        if (stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
            throw stopping();
        }
        return probe.ask();
    }

    private static NotNowException stopping() {
        return new NotNowException("the scorer stops while the judge's provider answers nobody");
    }
}
