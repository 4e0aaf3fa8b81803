/** What runs inside the broker's JVM. Nothing outside it may use these classes: they need the Kafka server. */
@NullMarked
package io.musemeter.kafka.broker;

import org.jspecify.annotations.NullMarked;
