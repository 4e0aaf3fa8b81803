package io.musemeter.events.correlation;

/**
 * What stories cost in tokens, beside a value that is 0 or 1.
 *
 * @param stories stories whose number of tokens is known
 * @param tokens their tokens
 * @param tokensSquared sum of squared numbers of tokens
 * @param tokensOfOnes tokens of those with the value 1
 */
public record Cost(long stories, double tokens, double tokensSquared, double tokensOfOnes) {}
