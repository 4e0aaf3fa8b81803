/** Stories judged by a language model: a rubric of four questions, strict answers, sampling, repeats and a budget. */
@NullMarked
package io.musemeter.scorer.judge;

import org.jspecify.annotations.NullMarked;
