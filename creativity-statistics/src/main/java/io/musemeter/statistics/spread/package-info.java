/** How unlike one another the members of a set are. Compare sets of equal size: the more members, the more can differ. */
@NullMarked
package io.musemeter.statistics.spread;

import org.jspecify.annotations.NullMarked;
