package io.musemeter.generator.writer;

/** What a writer gives back: what came of the request, or that none was made. */
public sealed interface Reply permits Draft, NotAsked {}
