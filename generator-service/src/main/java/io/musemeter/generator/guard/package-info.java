/** Who may ask: the bind rule and the checks on changing requests. */
@NullMarked
package io.musemeter.generator.guard;

import org.jspecify.annotations.NullMarked;
