/** What an operator can set. */
@NullMarked
package io.musemeter.generator.config;

import org.jspecify.annotations.NullMarked;
