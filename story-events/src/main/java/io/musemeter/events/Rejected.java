package io.musemeter.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be accepted: the value of {@code stories.rejected} and {@code scores.rejected}, keyed by its
 * origin, so that rejecting twice is rejecting once.
 *
 * @param origin where it was read
 * @param field the field that broke the contract
 * @param problem what is wrong with it, without story text
 * @param attempts how often it was tried
 * @param receivedBase64 the record's value as received, in base64; absent in scores-only mode
 * @param receivedHash {@link Hashes#ofText} of that base64 form
 * @param eventTime when it was rejected
 */
public record Rejected(
        RecordOrigin origin,
        String field,
        String problem,
        int attempts,
        @Nullable String receivedBase64,
        String receivedHash,
        Instant eventTime) {
    /** @throws InvalidEventException naming the first field that breaks the contract */
    public Rejected {
        Require.present(origin, "origin");
        Require.name(field, "field");
        Require.name(problem, "problem");
        Require.atLeast(attempts, 1, "attempts");
        Require.name(receivedHash, "receivedHash");
        Require.time(eventTime, "eventTime");
    }
}
