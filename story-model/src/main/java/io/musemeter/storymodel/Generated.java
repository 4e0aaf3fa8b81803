package io.musemeter.storymodel;

import java.util.List;

/**
 * A story as the model wrote it.
 *
 * @param text what was written, the opening not repeated; bytes that are no UTF-8 are U+FFFD
 * @param tokens the text of each token, in order; the story's end token is not among them
 * @param ids the tokens' numbers
 * @param rawLogProbabilities natural logarithm of each token's probability in the raw distribution, before truncation and temperature; at most 0
 * @param candidates for each token the natural logarithms of its likeliest candidates' probabilities in the raw distribution, at most
 *     {@link #MOST_CANDIDATES}, in descending order
 * @param finishReason why the story ends
 */
public record Generated(
        String text,
        List<String> tokens,
        List<Integer> ids,
        double[] rawLogProbabilities,
        List<List<Double>> candidates,
        FinishReason finishReason) {

    /** As many as a provider by OpenAI's wire format names. */
    public static final int MOST_CANDIDATES = 20;

    public Generated {
        tokens = List.copyOf(tokens);
        ids = List.copyOf(ids);
        rawLogProbabilities = rawLogProbabilities.clone();
        candidates = candidates.stream().map(List::copyOf).toList();
    }

    @Override
    public double[] rawLogProbabilities() {
        return rawLogProbabilities.clone();
    }

    /** Why a story ends. */
    public enum FinishReason {
        /** The model ended it. */
        STOP,
        /** It reached the greatest number of tokens asked for, or the model's context. */
        LENGTH
    }
}
