/** Texts, and the figures that other people's implementations find in them. */
@NullMarked
package io.musemeter.scorer.oracle;

import org.jspecify.annotations.NullMarked;
