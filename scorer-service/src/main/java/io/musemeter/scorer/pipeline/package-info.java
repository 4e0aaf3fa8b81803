/** From a record of {@code stories} to records of {@code scores}, at least once, one consumer group a family. */
@NullMarked
package io.musemeter.scorer.pipeline;

import org.jspecify.annotations.NullMarked;
