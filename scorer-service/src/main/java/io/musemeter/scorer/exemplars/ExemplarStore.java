package io.musemeter.scorer.exemplars;

import io.musemeter.events.Exemplar;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Exemplars by their hash, as many as a bound of bytes holds; beyond it those that were not asked for the longest are given
 * up, and stories that name them cannot be compared. Those who need one that is not there yet may wait for it. Safe for any
 * number of threads.
 */
public final class ExemplarStore {
    private static final int GIVEN_UP_KEPT = 10_000;

    /** Of the heap: texts may be anybody's, and many. */
    private static final int SHARE = 4;
    /** Two bytes a character, and the objects around it. */
    private static final int BYTES_OF_A_CHARACTER = 2;

    private static final int BYTES_AROUND = 256;

    private final long mostBytes;
    /** The one asked for last comes last. */
    private final LinkedHashMap<String, Exemplar> byHash = new LinkedHashMap<>(16, 0.75f, true);

    private long bytes;
    private long givenUpForSpace;
    /** Hashes waited for in vain: later stories that name them need not wait again. */
    private final Map<String, Boolean> givenUp = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > GIVEN_UP_KEPT;
        }
    };

    private boolean loaded;

    /** A store bounded by a quarter of the heap. */
    public ExemplarStore() {
        this(Runtime.getRuntime().maxMemory() / SHARE);
    }

    /** @param mostBytes bound of all exemplars together, one is always kept */
    ExemplarStore(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Adds an exemplar and wakes those who wait for it. */
    public synchronized void put(Exemplar exemplar) {
        remove(exemplar.exemplarHash());
        byHash.put(exemplar.exemplarHash(), exemplar);
        bytes += size(exemplar);
        givenUp.remove(exemplar.exemplarHash());
        while (bytes > mostBytes && byHash.size() > 1) {
            String eldest = byHash.keySet().iterator().next();
            remove(eldest);
            givenUp.put(eldest, true);
            givenUpForSpace++;
        }
        notifyAll();
    }

    private static long size(Exemplar exemplar) {
        return (long) exemplar.text().length() * BYTES_OF_A_CHARACTER + BYTES_AROUND;
    }

    /** Forgets an exemplar that was erased. */
    public synchronized void remove(String exemplarHash) {
        Exemplar removed = byHash.remove(exemplarHash);
        bytes -= removed == null ? 0 : size(removed);
    }

    /** Number of exemplars given up because there were too many. */
    public synchronized long givenUpForSpace() {
        return givenUpForSpace;
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
