/** Holds what the documentation says of metrics against the metrics. */
@NullMarked
package io.musemeter.scorer.guide;

import org.jspecify.annotations.NullMarked;
