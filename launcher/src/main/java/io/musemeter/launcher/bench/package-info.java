/** Loads on a real local system: what a story and a score cost, and how much is taken in. */
@NullMarked
package io.musemeter.launcher.bench;

import org.jspecify.annotations.NullMarked;
