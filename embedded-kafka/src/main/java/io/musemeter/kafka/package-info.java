/** A real Apache Kafka broker in a JVM of its own: for the local run, and for tests where no Docker daemon answers. */
@NullMarked
package io.musemeter.kafka;

import org.jspecify.annotations.NullMarked;
