/** Which temperature to choose: yield, trade-off, and the temperatures that cannot be told from the best. */
@NullMarked
package io.musemeter.statistics.choice;

import org.jspecify.annotations.NullMarked;
