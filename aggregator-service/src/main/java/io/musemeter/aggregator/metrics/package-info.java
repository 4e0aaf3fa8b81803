/** The figures for Prometheus, with bounded labels. */
@NullMarked
package io.musemeter.aggregator.metrics;

import org.jspecify.annotations.NullMarked;
