/** Starting, watching and stopping the programs of a local system. */
@NullMarked
package io.musemeter.launcher.process;

import org.jspecify.annotations.NullMarked;
