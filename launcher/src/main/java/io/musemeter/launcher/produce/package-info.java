/** Lines to the topic stories.ingest: a Kafka producer for whoever has none at hand. */
@NullMarked
package io.musemeter.launcher.produce;

import org.jspecify.annotations.NullMarked;
