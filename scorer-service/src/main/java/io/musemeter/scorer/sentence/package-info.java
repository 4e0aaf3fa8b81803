/** Sentences of a story, found once and alike for every family that works on sentences. */
@NullMarked
package io.musemeter.scorer.sentence;

import org.jspecify.annotations.NullMarked;
