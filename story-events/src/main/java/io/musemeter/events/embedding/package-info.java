/** The wire form of topic {@code embeddings}. */
@NullMarked
package io.musemeter.events.embedding;

import org.jspecify.annotations.NullMarked;
