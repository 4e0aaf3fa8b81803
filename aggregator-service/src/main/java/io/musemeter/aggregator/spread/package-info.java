/** How alike the stories of one temperature are: a view of topic {@code embeddings} beside the topology. */
@NullMarked
package io.musemeter.aggregator.spread;

import org.jspecify.annotations.NullMarked;
