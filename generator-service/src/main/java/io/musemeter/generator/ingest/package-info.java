/** Stories by HTTP and by the topic stories.ingest. */
@NullMarked
package io.musemeter.generator.ingest;

import org.jspecify.annotations.NullMarked;
