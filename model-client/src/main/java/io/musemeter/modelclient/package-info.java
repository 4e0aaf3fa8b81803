/**
 * What quarkus-langchain4j's client leaves out of a model's refusals and failures, for whoever asks models: status,
 * Retry-After, the parameter at fault, and how a failed call is told from a call that was never carried out.
 */
@NullMarked
package io.musemeter.modelclient;

import org.jspecify.annotations.NullMarked;
