/** From an interval and a q-value to a sentence that a person can act on. */
@NullMarked
package io.musemeter.statistics.verdict;

import org.jspecify.annotations.NullMarked;
