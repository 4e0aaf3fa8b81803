/** The shape every metric and family of metrics has. Knows no Kafka and no Quarkus. */
@NullMarked
package io.musemeter.scorer.metric;

import org.jspecify.annotations.NullMarked;
