/** How far raters agree. */
@NullMarked
package io.musemeter.statistics.reliability;

import org.jspecify.annotations.NullMarked;
