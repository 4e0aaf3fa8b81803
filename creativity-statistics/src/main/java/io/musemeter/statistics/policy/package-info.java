/**
 * What another way of choosing temperatures would give, from stories whose temperature was assigned at random with known
 * probabilities.
 */
@NullMarked
package io.musemeter.statistics.policy;

import org.jspecify.annotations.NullMarked;
