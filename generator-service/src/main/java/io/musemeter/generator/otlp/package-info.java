/** Stories out of OpenTelemetry spans and log records, by the GenAI conventions. */
@NullMarked
package io.musemeter.generator.otlp;

import org.jspecify.annotations.NullMarked;
