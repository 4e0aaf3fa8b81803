package io.musemeter.aggregator.spread;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.musemeter.events.Temperature;
import io.musemeter.events.correlation.StoryGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How alike the stories of a group are, temperature by temperature, at one number of stories for all: an element of {@code GET
 * /api/spread}.
 *
 * @param groupId {@link StoryGroup#groupId}
 * @param group which stories
 * @param embedder fingerprint of what made the vectors
 * @param n stories compared at each temperature: those of the temperature that has fewest, at most as many as are sampled
 * @param temperatures ascending; temperatures with fewer than three stories are left out
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SpreadAnswer(
        String groupId, @JsonUnwrapped StoryGroup group, String embedder, int n, List<Cell> temperatures) {
    /** Copies the list. */
    public SpreadAnswer {
        temperatures = List.copyOf(temperatures);
    }

    /**
     * One temperature.
     *
     * @param temperature the temperature
     * @param vendi effective number of unlike stories, in [1, n] (Friedman and Dieng 2023)
     * @param similarity mean cosine of all pairs
     */
    public record Cell(
            Temperature temperature,
            @Nullable Figure vendi,
            @Nullable Figure similarity) {}

    /**
     * A figure.
     *
     * @param value its value
     * @param standardError by the jackknife
     */
    public record Figure(double value, double standardError) {}
}
