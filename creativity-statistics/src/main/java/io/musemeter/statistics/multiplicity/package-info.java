/** Looking at many series, and looking often. */
@NullMarked
package io.musemeter.statistics.multiplicity;

import org.jspecify.annotations.NullMarked;
