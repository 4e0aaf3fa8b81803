/** What the code that runs once a record costs. Figures compare within one run; they are no promise for another machine. */
@NullMarked
package io.musemeter.benchmarks;

import org.jspecify.annotations.NullMarked;
