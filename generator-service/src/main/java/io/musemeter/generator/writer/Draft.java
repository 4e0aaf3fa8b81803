package io.musemeter.generator.writer;

import io.musemeter.events.ModelIdentity;
import io.musemeter.events.Sampler;
import io.musemeter.events.StoryOutcome;

/**
 * What came of one request for a story.
 *
 * @param model the model asked, with what it said of itself
 * @param sampler the settings the provider took, which need not be those it was asked for
 * @param outcome the story, or why there is none
 */
public record Draft(ModelIdentity model, Sampler sampler, StoryOutcome outcome) implements Reply {}
