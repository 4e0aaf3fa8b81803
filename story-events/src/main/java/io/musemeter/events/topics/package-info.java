/** The topics, read from {@code topics.yaml}. */
@NullMarked
package io.musemeter.events.topics;

import org.jspecify.annotations.NullMarked;
