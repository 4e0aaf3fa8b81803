package io.musemeter.scorer.judge;

import java.util.List;
import java.util.Map;

/**
 * What a model answered, not yet understood.
 *
 * @param text the answer: hostile text as well
 * @param tokens its tokens with the probabilities of their alternatives; empty when the provider does not tell
 * @param tokensUsed tokens of question and answer together, as the provider counts them; 0 when it does not tell
 */
public record JudgeReply(String text, List<Token> tokens, long tokensUsed) {
    /**
     * One token of the answer.
     *
     * @param text the token's text
     * @param alternatives natural logarithms of the probabilities of the likeliest tokens in its place, itself included
     */
    public record Token(String text, Map<String, Double> alternatives) {
        /** Keeps a copy. */
        public Token {
            alternatives = Map.copyOf(alternatives);
        }
    }

    /** Keeps a copy. */
    public JudgeReply {
        tokens = List.copyOf(tokens);
    }
}
