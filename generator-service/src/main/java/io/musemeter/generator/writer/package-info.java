/** Whatever can be asked for a story. */
@NullMarked
package io.musemeter.generator.writer;

import org.jspecify.annotations.NullMarked;
