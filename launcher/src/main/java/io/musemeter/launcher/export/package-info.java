/** Scores out of the log into a table. */
@NullMarked
package io.musemeter.launcher.export;

import org.jspecify.annotations.NullMarked;
