/** Every answer of every instance, read whole from the compacted topics and judged together. */
@NullMarked
package io.musemeter.aggregator.view;

import org.jspecify.annotations.NullMarked;
