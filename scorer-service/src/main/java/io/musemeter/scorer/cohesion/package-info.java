/** Metrics of what ties neighbouring sentences together, for English text. */
@NullMarked
package io.musemeter.scorer.cohesion;

import org.jspecify.annotations.NullMarked;
