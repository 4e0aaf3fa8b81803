/** Readiness. */
@NullMarked
package io.musemeter.generator.health;

import org.jspecify.annotations.NullMarked;
