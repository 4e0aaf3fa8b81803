package io.musemeter.generator.config;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;

/** Bounds on stories that come from outside. */
public interface IntakeConfig {

    /** Longest text of a story, in bytes of UTF-8. */
    @WithDefault("64K")
    MemorySize maxText();

    /** Largest record, in bytes of its JSON; a larger one is rejected. */
    @WithDefault("512K")
    MemorySize maxRecord();

    /** Most records of one request that wait for Kafka's acknowledgement at a time. */
    @WithDefault("256")
    int maxPending();

    /** Largest body of a request that is read whole, decompressed. */
    @WithDefault("8M")
    MemorySize maxBody();

    /** Most records of a request whose body is read whole: elements of an array, spans, log records; more is too large. */
    @WithDefault("10000")
    int maxRecords();

    /** Most bytes of records under way, all requests together, as they weigh in memory; beyond it the answer is 429. */
    @WithDefault("32M")
    MemorySize maxUnderWay();

    /**
     * Most names of prompts, each with its version, that production's stories keep, the first to come since the start; the
     * prompt of the rest is {@code other}. Names of the rules are not counted.
     */
    @WithDefault("200")
    int maxLivePrompts();

    /** Share of production traffic that is let in, by a hash of the trace id, in (0, 1]. */
    @WithDefault("1")
    double samplingFraction();

    /** How values of {@code stories.ingest} are written where their content-type header does not say. */
    @WithDefault("json")
    TopicEncoding topicEncoding();

    /** How a record of {@code stories.ingest} is written. */
    enum TopicEncoding {
        /** One story as our JSON. */
        JSON,
        /** OTLP traces as protobuf. */
        OTLP_TRACES,
        /** OTLP logs as protobuf. */
        OTLP_LOGS
    }
}
