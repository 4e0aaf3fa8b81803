/** Names for prompts, so that a series is never one user's message. */
@NullMarked
package io.musemeter.generator.prompt;

import org.jspecify.annotations.NullMarked;
