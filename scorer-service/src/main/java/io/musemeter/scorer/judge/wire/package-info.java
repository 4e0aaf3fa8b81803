/** OpenAI's wire format, with answers bounded in time and size. */
@NullMarked
package io.musemeter.scorer.judge.wire;

import org.jspecify.annotations.NullMarked;
