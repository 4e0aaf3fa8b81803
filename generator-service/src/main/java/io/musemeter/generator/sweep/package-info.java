/** The block-randomised sweep over temperatures: its design, its progress and the thread that carries it out. */
@NullMarked
package io.musemeter.generator.sweep;

import org.jspecify.annotations.NullMarked;
