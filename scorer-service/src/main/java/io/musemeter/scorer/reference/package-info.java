/** The frozen, hashed sets of stories that novelty and typicality are measured against. */
@NullMarked
package io.musemeter.scorer.reference;

import org.jspecify.annotations.NullMarked;
