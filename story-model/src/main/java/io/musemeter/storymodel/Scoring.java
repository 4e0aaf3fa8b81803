package io.musemeter.storymodel;

import java.util.List;
import java.util.stream.DoubleStream;

/** How likely a given text is to a model of children's stories: not a judgement of its quality, nor of any other kind of text. */
public sealed interface Scoring {

    /**
     * @param tokens the text of each token
     * @param logProbabilities natural logarithm of each token's probability, given those before it, in the raw distribution; at most 0
     */
    record Scored(List<String> tokens, double[] logProbabilities) implements Scoring {

        public Scored {
            if (tokens.isEmpty() || tokens.size() != logProbabilities.length) {
                throw new IllegalArgumentException(
                        tokens.size() + " tokens do not go with " + logProbabilities.length + " log-probabilities");
            }
            tokens = List.copyOf(tokens);
            logProbabilities = logProbabilities.clone();
        }

        @Override
        public double[] logProbabilities() {
            return logProbabilities.clone();
        }

        /** exp of the mean negative log-probability; at least 1. */
        public double perplexity() {
            return StrictMath.exp(-DoubleStream.of(logProbabilities).sum() / logProbabilities.length);
        }
    }

    /** @param reason why the text has no score */
    record Unscorable(String reason) implements Scoring {}
}
