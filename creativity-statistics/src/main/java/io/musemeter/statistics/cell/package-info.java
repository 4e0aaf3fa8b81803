/**
 * Temperature cells: exact, mergeable sums and distributions of one metric at each temperature. Integer arithmetic only, so that
 * the same accepted scores give the same bits in any order and any split; floating point begins at the read-out.
 */
@NullMarked
package io.musemeter.statistics.cell;

import org.jspecify.annotations.NullMarked;
