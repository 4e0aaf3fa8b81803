/** Metrics of a story's words as they are written, without their meaning. */
@NullMarked
package io.musemeter.scorer.lexical;

import org.jspecify.annotations.NullMarked;
