/** Texts taken out again, by tombstones in the topics that hold them. */
@NullMarked
package io.musemeter.generator.erasure;

import org.jspecify.annotations.NullMarked;
