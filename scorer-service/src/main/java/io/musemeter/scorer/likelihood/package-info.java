/** How expected a story is, word by word: to a reference model, and to the model that wrote it. */
@NullMarked
package io.musemeter.scorer.likelihood;

import org.jspecify.annotations.NullMarked;
