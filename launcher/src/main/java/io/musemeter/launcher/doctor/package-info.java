/** Checks of the machine, each with what to do. */
@NullMarked
package io.musemeter.launcher.doctor;

import org.jspecify.annotations.NullMarked;
