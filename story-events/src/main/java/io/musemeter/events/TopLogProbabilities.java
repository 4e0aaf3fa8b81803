package io.musemeter.events;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The likeliest candidates for a story's tokens: how many of them a story carries, and how that many are chosen. */
public final class TopLogProbabilities {
    /** Most tokens of a story whose candidates it carries. */
    public static final int MOST_POSITIONS = 128;

    /** Most candidates of one token: what OpenAI's wire format offers. */
    public static final int MOST_CANDIDATES = 20;

    /** Tokens that are kept of a longer story: some 5 KB, while the mean over a cell's stories needs no more of each. */
    static final int KEPT_POSITIONS = 32;

    private static final String FIELD = "outcome.topLogProbabilities";
    private static final int DECIMALS = 5;
    /** Providers round: a certain token may come as a hair above 0. */
    private static final double ROUNDING = 1e-6;

    private TopLogProbabilities() {}

    /**
     * What a story carries of its tokens' candidates: tokens evenly spread over it, the likeliest candidates of each in
     * descending order, to five decimals. Tokens without candidates are left out.
     *
     * @param tokens for each token the natural logarithms of its candidates' probabilities
     * @return empty when no token has a candidate
     */
    public static Optional<List<List<Double>>> thinned(List<List<Double>> tokens) {
        List<List<Double>> known = tokens.stream()
                .map(TopLogProbabilities::likeliest)
                .filter(candidates -> !candidates.isEmpty())
                .toList();
        int kept = Math.min(KEPT_POSITIONS, known.size());
        return kept == 0
                ? Optional.empty()
                : Optional.of(IntStream.range(0, kept)
                        .mapToObj(i -> known.get((int) ((long) i * known.size() / kept)))
                        .toList());
    }

    static List<List<Double>> checked(List<List<Double>> positions) {
        if (positions.size() > MOST_POSITIONS) {
            throw new InvalidEventException(FIELD, "has more than " + MOST_POSITIONS + " tokens");
        }
        return positions.stream().map(TopLogProbabilities::checkedCandidates).toList();
    }

    static void requireLogarithms(List<Double> values, String field) {
        if (values.stream().anyMatch(value -> !logarithm(value))) {
            throw new InvalidEventException(field, "must be natural logarithms of at most 0");
        }
    }

    private static List<Double> checkedCandidates(@Nullable List<Double> candidates) {
        if (candidates == null || candidates.isEmpty() || candidates.size() > MOST_CANDIDATES) {
            throw new InvalidEventException(FIELD, "must have 1 to " + MOST_CANDIDATES + " candidates a token");
        }
        requireLogarithms(candidates, FIELD);
        return List.copyOf(candidates);
    }

    private static List<Double> likeliest(List<Double> candidates) {
        return candidates.stream()
                .filter(value -> logarithm(value) && !value.isInfinite())
                .map(TopLogProbabilities::rounded)
                .sorted(Comparator.reverseOrder())
                .limit(MOST_CANDIDATES)
                .toList();
    }

    private static boolean logarithm(@Nullable Double value) {
        return value != null && value <= ROUNDING;
    }

    private static double rounded(double value) {
        return BigDecimal.valueOf(Math.min(0, value))
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .doubleValue();
    }
}
