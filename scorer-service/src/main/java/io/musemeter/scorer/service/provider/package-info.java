/** The judge's provider on the wire: OpenAI's format, through quarkus-langchain4j. */
@NullMarked
package io.musemeter.scorer.service.provider;

import org.jspecify.annotations.NullMarked;
