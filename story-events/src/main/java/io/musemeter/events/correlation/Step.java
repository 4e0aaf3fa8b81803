package io.musemeter.events.correlation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The slope in one pane of a window: panes are disjoint, so the steps of a series are a history and no moving average.
 *
 * @param from start of the pane
 * @param to end of the pane
 * @param n scores behind the slope
 * @param slope the slope; null when the pane gives none
 * @param low lower end of its pointwise 95 % interval; null when {@code slope} is
 * @param high upper end; null when {@code slope} is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Step(
        Instant from,
        Instant to,
        long n,
        @Nullable Double slope,
        @Nullable Double low,
        @Nullable Double high) {}
