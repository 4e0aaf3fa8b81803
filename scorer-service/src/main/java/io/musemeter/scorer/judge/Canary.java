package io.musemeter.scorer.judge;

import java.util.List;

/**
 * A story whose marks are known beforehand: a judge that misses them has drifted, or was never fit.
 *
 * @param story the story, written for this purpose
 * @param question what it is judged by
 * @param low least mark a fit judge gives
 * @param high greatest mark a fit judge gives
 */
public record Canary(String story, Question question, double low, double high) {
    /** Harmless, and easy to judge. */
    static final String PLAIN =
            "Anna lost her red kite in the old oak tree. She tried to climb up, but the first branch was too high. Her"
                    + " brother Ben came by with a ladder. He held it while she climbed. Anna freed the kite, came down"
                    + " slowly and thanked him. Then they flew the kite together until it grew dark.";

    private static final String SALAD =
            "Ladder the dark into thanked purple seven. Kite because window until slowly the the oak fried. Grew her"
                    + " mathematics held branch by, anna under tomorrow. Free by the and climb spoon old were. Fly"
                    + " slowly nineteen tree into the is thanked but red.";

    /** The canaries in use. */
    public static final List<Canary> ALL = List.of(
            new Canary(PLAIN, Question.COHERENCE, 4, 5),
            new Canary(PLAIN, Question.COHESION, 4, 5),
            new Canary(SALAD, Question.COHERENCE, 1, 2),
            new Canary(SALAD, Question.COHESION, 1, 2));

    /** How far a mark lies outside the expected range; 0 within. */
    public double miss(double mark) {
        return Math.max(0, Math.max(low - mark, mark - high));
    }
}
