/** Metrics of a story's meaning, by embeddings of the story and its sentences. */
@NullMarked
package io.musemeter.scorer.semantic;

import org.jspecify.annotations.NullMarked;
