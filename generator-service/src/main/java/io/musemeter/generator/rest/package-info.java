/** Problems as JSON answers. */
@NullMarked
package io.musemeter.generator.rest;

import org.jspecify.annotations.NullMarked;
