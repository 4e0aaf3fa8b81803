/** State on the heap that is written to a changelog at each commit, and what it is made of. */
@NullMarked
package io.musemeter.aggregator.state;

import org.jspecify.annotations.NullMarked;
