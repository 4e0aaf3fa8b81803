package io.musemeter.statistics.analysis;

import io.musemeter.statistics.verdict.Verdict;
import java.util.OptionalDouble;

/**
 * An analysis with its verdict.
 *
 * @param analysis the analysis
 * @param q p-value of the headline, adjusted for the tests of all series looked at together; empty when the headline has none
 * @param turnQ the same of a turning point; empty when none could decide
 * @param verdict the verdict
 */
public record JudgedAnalysis(Analysis analysis, OptionalDouble q, OptionalDouble turnQ, Verdict verdict) {}
