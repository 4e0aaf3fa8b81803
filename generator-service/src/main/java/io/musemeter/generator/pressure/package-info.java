/** Bounds on what is held in memory: bytes under way, bodies, decompression. */
@NullMarked
package io.musemeter.generator.pressure;

import org.jspecify.annotations.NullMarked;
