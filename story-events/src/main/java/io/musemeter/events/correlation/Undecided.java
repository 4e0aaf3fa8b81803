package io.musemeter.events.correlation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a series brings to the family of tests that are judged together, and what its verdict will be: in the topic only, because
 * what is a discovery depends on all series of the window.
 *
 * @param turnP p-value of a turning point as it counts in the family; null when none could decide
 * @param ifTurning the verdict when the turning point is a discovery; null where {@code turnP} is
 * @param ifDiscovered the verdict when the slope is a discovery and a turning point is not; null where it is {@code verdict}
 * @param otherwise the verdict when neither is; null where it is {@code verdict}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Undecided(
        @Nullable Double turnP,
        @Nullable Judgement ifTurning,
        @Nullable Judgement ifDiscovered,
        @Nullable Judgement otherwise) {}
