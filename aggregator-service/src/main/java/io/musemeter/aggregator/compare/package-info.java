/** Several series together: pooled over models or prompts, two curves compared, and what novelty costs in coherence. */
@NullMarked
package io.musemeter.aggregator.compare;

import org.jspecify.annotations.NullMarked;
