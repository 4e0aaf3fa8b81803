/** Stories counted apart from their scores. */
@NullMarked
package io.musemeter.aggregator.stories;

import org.jspecify.annotations.NullMarked;
