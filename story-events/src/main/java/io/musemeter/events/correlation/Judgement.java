package io.musemeter.events.correlation;

/**
 * A verdict on a series.
 *
 * @param kind {@code Related}, {@code Negligible}, {@code NonMonotone}, {@code InsufficientVariation}, {@code
 *     InsufficientData}, {@code Degenerate}, {@code SelectionThreatened} or {@code ManipulationCheck}
 * @param sentence the verdict as a sentence, with the figures it rests on
 */
public record Judgement(String kind, String sentence) {}
