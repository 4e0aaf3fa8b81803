package io.musemeter.scorer.judge.budget;

import java.util.Optional;

/** What may still be spent today. Safe for use by any number of threads. */
public interface Budget {
    /**
     * Sets aside one call and its most tokens, before it is made. What is set aside and never settled stays spent.
     *
     * @return nothing when today's budget does not cover it
     * @throws InterruptedException when interrupted while the other instances are asked
     */
    Optional<Reservation> reserve(long mostTokens) throws InterruptedException;

    /** What was set aside for one call. */
    interface Reservation {
        /** The call was made and used that many tokens; the rest is given back. */
        void used(long tokens);

        /** The call was certainly not carried out; all is given back. */
        void notMade();
    }
}
