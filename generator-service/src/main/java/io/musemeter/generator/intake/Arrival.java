package io.musemeter.generator.intake;

import io.musemeter.events.RecordOrigin;
import io.musemeter.events.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a record came in, and what holds where it says nothing itself.
 *
 * @param origin where it was read
 * @param source its source
 * @param id its identity, null when it must bring one
 * @param exemplarHash its exemplar
 * @param eventTime its event time
 */
public record Arrival(
        RecordOrigin origin,
        Source source,
        @Nullable String id,
        @Nullable String exemplarHash,
        Instant eventTime) {}
