/** What the running system says, read over HTTP. */
@NullMarked
package io.musemeter.launcher.view;

import org.jspecify.annotations.NullMarked;
