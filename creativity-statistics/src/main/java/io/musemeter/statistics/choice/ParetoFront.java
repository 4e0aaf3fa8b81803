package io.musemeter.statistics.choice;

import java.util.List;

/** Temperatures that are not beaten on both of two goals at once. */
public final class ParetoFront {

    private ParetoFront() {}

    /**
     * A temperature with what it achieves; more is better on both.
     *
     * @param temperature the temperature
     * @param novelty mean novelty
     * @param coherence mean coherence
     */
    public record Point(double temperature, double novelty, double coherence) {

        private boolean beats(Point other) {
            return novelty >= other.novelty
                    && coherence >= other.coherence
                    && (novelty > other.novelty || coherence > other.coherence);
        }
    }

    /** The points that no other beats, in the order given. */
    public static List<Point> of(List<Point> points) {
        return points.stream()
                .filter(point -> points.stream().noneMatch(other -> other.beats(point)))
                .toList();
    }
}
