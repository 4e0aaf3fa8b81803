/** Redaction of texts from outside, and erasure. */
@NullMarked
package io.musemeter.generator.privacy;

import org.jspecify.annotations.NullMarked;
