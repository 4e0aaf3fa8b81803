/** The one way out: everything the generator writes to Kafka goes through here. */
@NullMarked
package io.musemeter.generator.publish;

import org.jspecify.annotations.NullMarked;
