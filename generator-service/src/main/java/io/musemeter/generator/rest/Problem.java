package io.musemeter.generator.rest;

/**
 * Why a request was turned away.
 *
 * @param field the field that broke the contract, {@code $} for the whole
 * @param problem what is wrong with it
 */
public record Problem(String field, String problem) {}
