/** The process: configuration, wiring, health, and who may reach it. */
@NullMarked
package io.musemeter.scorer.service;

import org.jspecify.annotations.NullMarked;
