/** The topics of {@code topics.yaml} made in a broker, and the disk they may take. */
@NullMarked
package io.musemeter.kafka.topics;

import org.jspecify.annotations.NullMarked;
