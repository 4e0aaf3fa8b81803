/** The effect of temperature on a metric: slope, correlations, effect sizes, each with an interval that honours the design. */
@NullMarked
package io.musemeter.statistics.effect;

import org.jspecify.annotations.NullMarked;
