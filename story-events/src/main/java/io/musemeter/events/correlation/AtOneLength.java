package io.musemeter.events.correlation;

/**
 * The slope among stories of one length. Length may be part of how temperature acts; then this is the rest of the effect, and not a
 * better estimate of all of it.
 *
 * @param slope the slope at one length
 * @param perWord change of the metric per word at one temperature: a change of the natural logarithm of a logarithmic metric
 * @param wordsPerTemperature change of the number of words per 1.0 of temperature
 */
public record AtOneLength(Coefficient slope, double perWord, double wordsPerTemperature) {}
