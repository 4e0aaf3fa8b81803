/** From cells to the answers on the wire. */
@NullMarked
package io.musemeter.aggregator.answer;

import org.jspecify.annotations.NullMarked;
