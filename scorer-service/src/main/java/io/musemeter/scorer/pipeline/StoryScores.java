package io.musemeter.scorer.pipeline;

import io.musemeter.events.Score;
import io.musemeter.events.embedding.StoryEmbedding;
import java.util.List;
import java.util.Optional;

/**
 * All that a family has to say of one story.
 *
 * @param scores one a metric
 * @param embedding where the story lies in meaning, when the family knows
 */
public record StoryScores(List<Score> scores, Optional<StoryEmbedding> embedding) {}
