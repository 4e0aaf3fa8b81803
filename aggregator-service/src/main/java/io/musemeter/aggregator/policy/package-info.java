/** What another way of choosing temperatures would give, as it is asked for and answered over HTTP. */
@NullMarked
package io.musemeter.aggregator.policy;

import org.jspecify.annotations.NullMarked;
