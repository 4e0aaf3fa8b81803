/** The exemplars that stories name, held in memory as the compacted topic gives them. */
@NullMarked
package io.musemeter.scorer.exemplars;

import org.jspecify.annotations.NullMarked;
