/** Confidence sequences: intervals for the slope that hold at every moment at once, however often one looks. */
@NullMarked
package io.musemeter.statistics.sequence;

import org.jspecify.annotations.NullMarked;
