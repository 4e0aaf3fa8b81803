/**
 * A small language model of children's stories in plain Java: tokenizer, forward pass, sampling, exact log-probabilities, and scoring of any
 * given text.
 */
@NullMarked
package io.musemeter.storymodel;

import org.jspecify.annotations.NullMarked;
