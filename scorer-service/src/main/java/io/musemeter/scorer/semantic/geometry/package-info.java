/** What can be read off the directions of embeddings: pure functions, whatever model made them. */
@NullMarked
package io.musemeter.scorer.semantic.geometry;

import org.jspecify.annotations.NullMarked;
