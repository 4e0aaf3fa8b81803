/** One read-out of a series' cells: everything that is shown about the effect of temperature on a metric. */
@NullMarked
package io.musemeter.statistics.analysis;

import org.jspecify.annotations.NullMarked;
