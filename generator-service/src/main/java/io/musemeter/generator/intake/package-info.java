/** Stories written elsewhere: their JSON form, its checks and the way into the log. */
@NullMarked
package io.musemeter.generator.intake;

import org.jspecify.annotations.NullMarked;
