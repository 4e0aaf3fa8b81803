/** How much may be asked of a judge in a day, agreed between all instances. */
@NullMarked
package io.musemeter.scorer.judge.budget;

import org.jspecify.annotations.NullMarked;
