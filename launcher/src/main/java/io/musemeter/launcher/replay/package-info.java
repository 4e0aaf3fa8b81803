/** Stories from a file into the running system. */
@NullMarked
package io.musemeter.launcher.replay;

import org.jspecify.annotations.NullMarked;
