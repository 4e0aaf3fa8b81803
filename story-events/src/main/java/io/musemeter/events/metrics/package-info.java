/** The metrics, read from {@code metrics.yaml}. */
@NullMarked
package io.musemeter.events.metrics;

import org.jspecify.annotations.NullMarked;
