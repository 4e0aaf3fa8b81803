package io.musemeter.statistics.analysis;

import io.musemeter.statistics.verdict.Verdict;
import java.util.OptionalDouble;

/**
 * An analysis with its verdict.
 *
 * @param analysis the analysis
 * @param q p-value of the headline, adjusted for the series looked at together; empty when the headline has none
 * @param verdict the verdict
 */
public record JudgedAnalysis(Analysis analysis, OptionalDouble q, Verdict verdict) {}
