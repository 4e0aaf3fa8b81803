/** The shape of a metric's curve over temperature: whether a line will do, where it levels off, whether it turns. */
@NullMarked
package io.musemeter.statistics.shape;

import org.jspecify.annotations.NullMarked;
