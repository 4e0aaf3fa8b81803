/** Several series together: pooled slopes, and two response curves compared. */
@NullMarked
package io.musemeter.statistics.pooling;

import org.jspecify.annotations.NullMarked;
