/** Files of stories, replayed. */
@NullMarked
package io.musemeter.generator.replay;

import org.jspecify.annotations.NullMarked;
