package io.musemeter.scorer.likelihood;

/** A language model that can say how likely any given text is. Safe for use by any number of threads. */
public interface ReferenceModel {
    /** What its scores are signed with: another fingerprint may give another number for the same text. */
    String fingerprint();

    /**
     * Natural logarithms of the probability of each token given those before it, in the raw distribution.
     *
     * @return at most 0 each; empty when the text has no token
     */
    double[] logProbabilities(String text);
}
