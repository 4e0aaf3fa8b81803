/** The view over HTTP. */
@NullMarked
package io.musemeter.aggregator.api;

import org.jspecify.annotations.NullMarked;
