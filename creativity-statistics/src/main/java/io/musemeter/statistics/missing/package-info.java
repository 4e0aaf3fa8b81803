/** What is missing, and whether that depends on temperature. */
@NullMarked
package io.musemeter.statistics.missing;

import org.jspecify.annotations.NullMarked;
