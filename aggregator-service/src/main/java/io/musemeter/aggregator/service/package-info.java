/** Configuration, and the topology's life in this process. */
@NullMarked
package io.musemeter.aggregator.service;

import org.jspecify.annotations.NullMarked;
