/** How long to wait before asking again. */
@NullMarked
package io.musemeter.generator.retry;

import org.jspecify.annotations.NullMarked;
