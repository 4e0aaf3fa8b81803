/** Whether something changed: detectors tuned by how rarely they raise a false alarm. */
@NullMarked
package io.musemeter.statistics.change;

import org.jspecify.annotations.NullMarked;
