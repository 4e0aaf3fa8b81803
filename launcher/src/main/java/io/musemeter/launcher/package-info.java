/** The command line of Musemeter: a local system of broker and services, and the jobs one gives it. */
@NullMarked
package io.musemeter.launcher;

import org.jspecify.annotations.NullMarked;
