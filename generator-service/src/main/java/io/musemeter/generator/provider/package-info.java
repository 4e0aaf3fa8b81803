/** Models behind OpenAI's wire format, and the ways in which they fail. */
@NullMarked
package io.musemeter.generator.provider;

import org.jspecify.annotations.NullMarked;
