/** The answers: what a series in one window says about temperature, as topic {@code correlations} and the API carry it. */
@NullMarked
package io.musemeter.events.correlation;

import org.jspecify.annotations.NullMarked;
