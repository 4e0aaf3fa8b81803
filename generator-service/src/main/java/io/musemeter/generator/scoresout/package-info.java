/** Scores out: each becomes an OpenTelemetry {@code gen_ai.evaluation.result} below the span that asked for the story. */
@NullMarked
package io.musemeter.generator.scoresout;

import org.jspecify.annotations.NullMarked;
