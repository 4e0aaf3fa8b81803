/** Randomised temperatures for live traffic: without them production runs at one temperature and no effect is defined. */
@NullMarked
package io.musemeter.generator.assignment;

import org.jspecify.annotations.NullMarked;
