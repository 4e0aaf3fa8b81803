package io.musemeter.events.correlation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.musemeter.events.Temperature;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the headline figures rest on, and what they would be with the rest.
 *
 * @param text the temperatures of the headline in words, for example {@code T >= 0.334}
 * @param leftOut temperatures left out: the arm at about 0 is the exemplar's twin
 * @param truncatedLeftOut scored stories left out because the bound on their tokens cut them
 * @param slopeWithColdArm the slope with the temperatures left out; null when there is none
 * @param slopeWithTruncated the slope with truncated stories; null when there is none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Scope(
        String text,
        List<Temperature> leftOut,
        long truncatedLeftOut,
        @Nullable Coefficient slopeWithColdArm,
        @Nullable Coefficient slopeWithTruncated) {
    /** Copies the list. */
    public Scope {
        leftOut = List.copyOf(leftOut);
    }
}
