package io.musemeter.scorer.exemplars;

import io.musemeter.events.Exemplar;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All exemplars by their hash; those who need one that is not there yet may wait for it. Safe for any number of threads. */
public final class ExemplarStore {
    private static final int GIVEN_UP_KEPT = 10_000;

    private final Map<String, Exemplar> byHash = new HashMap<>();
    /** Hashes waited for in vain: later stories that name them need not wait again. */
    private final Map<String, Boolean> givenUp = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > GIVEN_UP_KEPT;
        }
    };

    private boolean loaded;

    /** Adds an exemplar and wakes those who wait for it. */
    public synchronized void put(Exemplar exemplar) {
        byHash.put(exemplar.exemplarHash(), exemplar);
        givenUp.remove(exemplar.exemplarHash());
        notifyAll();
    }

    /** Forgets an exemplar that was erased. */
    public synchronized void remove(String exemplarHash) {
        byHash.remove(exemplarHash);
    }

    /** Says that everything written before this service started is here. */
    public synchronized void markLoaded() {
        loaded = true;
        notifyAll();
    }

    /** Whether everything written before this service started is here. */
    public synchronized boolean loaded() {
        return loaded;
    }

    /** Number of exemplars. */
    public synchronized int size() {
        return byHash.size();
    }

    /** Waits until {@link #loaded}. */
    public synchronized void awaitLoaded() throws InterruptedException {
        while (!loaded) {
            wait();
        }
    }

    /**
     * The exemplar of that hash, waited for if need be. A hash once waited for in vain is not waited for again until it
     * arrives.
     *
     * @param exemplarHash the hash, or null when the story names none
     * @param longest how long to wait at most; nothing when zero or negative
     */
    public synchronized StoryExemplar await(@Nullable String exemplarHash, Duration longest)
            throws InterruptedException {
        if (exemplarHash == null) {
            return new StoryExemplar.Unnamed();
        }
        long deadline = System.nanoTime() + longest.toNanos();
        while (true) {
            Exemplar exemplar = byHash.get(exemplarHash);
            if (exemplar != null) {
                return new StoryExemplar.Found(exemplar);
            }
            long left = deadline - System.nanoTime();
            if (left <= 0 || givenUp.containsKey(exemplarHash)) {
                givenUp.put(exemplarHash, true);
                return new StoryExemplar.Missing();
            }
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
    }
}
