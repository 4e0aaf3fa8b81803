/** One interface for tests to a Kafka with Musemeter's topics, whatever the machine offers. */
@NullMarked
package io.musemeter.kafka.testing;

import org.jspecify.annotations.NullMarked;
