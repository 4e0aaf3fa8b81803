/** Where a local system lives: folders, ports, memory. */
@NullMarked
package io.musemeter.launcher.settings;

import org.jspecify.annotations.NullMarked;
