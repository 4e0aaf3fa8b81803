/** Who may ask: the bind rule, the token and the checks on changing requests. */
@NullMarked
package io.musemeter.aggregator.guard;

import org.jspecify.annotations.NullMarked;
