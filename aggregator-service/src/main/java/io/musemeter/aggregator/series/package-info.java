/** What is kept about one series: panes of cells, and which scores were counted. */
@NullMarked
package io.musemeter.aggregator.series;

import org.jspecify.annotations.NullMarked;
