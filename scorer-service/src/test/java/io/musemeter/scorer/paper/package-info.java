/** What people said of the paper's stories, beside what the metrics say of them. */
@NullMarked
package io.musemeter.scorer.paper;

import org.jspecify.annotations.NullMarked;
