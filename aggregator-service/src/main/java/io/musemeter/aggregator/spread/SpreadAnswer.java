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
 * @param n stories compared at each temperature: those of the temperature that has fewest of those that are not left out, at
 *     most as many as are sampled; 0 where all are left out
 * @param least stories that a temperature needs, or it is left out
 * @param temperatures ascending
 * @param leftOut temperatures with fewer stories than that, ascending
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SpreadAnswer(
        String groupId,
        @JsonUnwrapped StoryGroup group,
        String embedder,
        int n,
        int least,
        List<Cell> temperatures,
        List<LeftOut> leftOut) {
    /** Copies the lists. */
    public SpreadAnswer {
        temperatures = List.copyOf(temperatures);
        leftOut = List.copyOf(leftOut);
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
     * A temperature with too few stories to be compared.
     *
     * @param temperature the temperature
     * @param stories how many it has
     */
    public record LeftOut(Temperature temperature, int stories) {}

    /**
     * A figure.
     *
     * @param value its value
     * @param standardError by the jackknife
     */
    public record Figure(double value, double standardError) {}
}
