/** Answers that carry their uncertainty, or the reason why there is none. */
@NullMarked
package io.musemeter.statistics;

import org.jspecify.annotations.NullMarked;
