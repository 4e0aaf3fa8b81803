/** Scoring the log again, as sources of their own. */
@NullMarked
package io.musemeter.launcher.rescore;

import org.jspecify.annotations.NullMarked;
