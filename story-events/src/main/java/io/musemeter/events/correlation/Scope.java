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
 * @param atOneLength the slope among stories of one length; null when there is none
 * @param missing what has no score; null in what an earlier version wrote
 * @param approximate names of the figures that do not keep what they promise, or were not measured to, at these numbers of stories
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Scope(
        String text,
        List<Temperature> leftOut,
        long truncatedLeftOut,
        @Nullable Coefficient slopeWithColdArm,
        @Nullable Coefficient slopeWithTruncated,
        @Nullable AtOneLength atOneLength,
        @Nullable Missing missing,
        List<String> approximate) {
    /** Copies the lists; what an earlier version wrote has but one. */
    @SuppressWarnings("NullAway") // Jackson hands over null where the field is absent.
    public Scope {
        leftOut = List.copyOf(leftOut);
        approximate = approximate == null ? List.of() : List.copyOf(approximate);
    }
}
