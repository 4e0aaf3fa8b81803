package io.musemeter.scorer.metric;

import io.musemeter.events.Exemplar;
import io.musemeter.events.Story;
import io.musemeter.events.StoryOutcome;
import java.util.Optional;

/**
 * What a family may know of a story.
 *
 * @param story the story's record
 * @param written its text and log-probabilities
 * @param exemplar the exemplar it names, when it names one that is there
 */
public record ScoringInput(Story story, StoryOutcome.Written written, Optional<Exemplar> exemplar) {}
