/** The Kafka Streams topology: scores and stories in, answers and counts out. */
@NullMarked
package io.musemeter.aggregator.topology;

import org.jspecify.annotations.NullMarked;
