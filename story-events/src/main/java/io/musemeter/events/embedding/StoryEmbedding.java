package io.musemeter.events.embedding;

import io.musemeter.events.CloudEventHeaders;
import io.musemeter.events.InvalidEventException;
import io.musemeter.events.Source;
import io.musemeter.events.Story;
import io.musemeter.events.Temperature;
import io.musemeter.events.correlation.StoryGroup;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a story lies in meaning, and what has to be known of the story to use that: a record of topic {@code embeddings},
 * keyed by the story's id. The value is the vector alone; everything else travels in headers, as CloudEvents extensions, so
 * that a reader can pass a record on without reading its value.
 *
 * @param storyId the story
 * @param group the stories it may be compared with
 * @param temperature the story's temperature
 * @param eventTime the story's event time
 * @param embedder fingerprint of what made the vector: vectors of two embedders are not comparable
 * @param vector the embedding
 */
public record StoryEmbedding(
        String storyId,
        StoryGroup group,
        Temperature temperature,
        Instant eventTime,
        String embedder,
        EmbeddingVector vector) {
    private static final String TIME = "ce_time";
    private static final String ENVIRONMENT = "ce_environment";
    private static final String STORY_SOURCE = "ce_storysource";
    private static final String MODEL = "ce_model";
    private static final String PROMPT_ID = "ce_promptid";
    private static final String PROMPT_VERSION = "ce_promptversion";
    private static final String SAMPLER_HASH = "ce_samplerhash";
    private static final String TEMPERATURE = "ce_temperature";
    private static final String EMBEDDER = "ce_embedder";
    private static final int LONGEST_TEXT = 512;
    /** A canonical temperature has at most eight characters; a longer number is not worth expanding. */
    private static final int LONGEST_TEMPERATURE = 32;

    /** The embedding of a story. */
    public static StoryEmbedding of(Story story, String embedder, EmbeddingVector vector) {
        return new StoryEmbedding(
                story.storyId(),
                StoryGroup.of(story),
                story.sampler().temperature(),
                story.eventTime(),
                embedder,
                vector);
    }

    /**
     * Reads a record.
     *
     * @param key the record's key
     * @param headers the record's headers, UTF-8; those not named in the contract are ignored
     * @param value the record's value
     * @throws InvalidEventException naming the header that is missing or none of the contract's, or {@code vector}
     */
    public static StoryEmbedding read(
            byte @Nullable [] key, Map<String, byte @Nullable []> headers, byte @Nullable [] value) {
        return new StoryEmbedding(
                text(key, "key"),
                new StoryGroup(
                        header(headers, ENVIRONMENT),
                        Source.parse(header(headers, STORY_SOURCE)),
                        header(headers, MODEL),
                        header(headers, PROMPT_ID),
                        header(headers, PROMPT_VERSION),
                        header(headers, SAMPLER_HASH)),
                temperature(header(headers, TEMPERATURE)),
                time(header(headers, TIME)),
                header(headers, EMBEDDER),
                EmbeddingVector.decode(value));
    }

    /** The record's key. */
    public byte[] key() {
        return storyId.getBytes(StandardCharsets.UTF_8);
    }

    /** The record's value: base64 of the components as 32-bit floating point, little endian. */
    public byte[] value() {
        return vector.encode();
    }

    /**
     * The record's headers.
     *
     * @param service the service that writes it
     */
    public Map<String, String> headers(String service) {
        Map<String, String> headers =
                new LinkedHashMap<>(CloudEventHeaders.of(storyId, service, "embedding", eventTime, null, null));
        headers.put("content-type", "text/plain");
        headers.put(ENVIRONMENT, group.environment());
        headers.put(STORY_SOURCE, group.source().text());
        headers.put(MODEL, group.model());
        headers.put(PROMPT_ID, group.promptId());
        headers.put(PROMPT_VERSION, group.promptVersion());
        headers.put(SAMPLER_HASH, group.samplerHash());
        headers.put(TEMPERATURE, temperature.toString());
        headers.put(EMBEDDER, embedder);
        return headers;
    }

    private static String header(Map<String, byte @Nullable []> headers, String name) {
        return text(headers.get(name), name);
    }

    private static String text(byte @Nullable [] bytes, String field) {
        if (bytes == null || bytes.length == 0) {
            throw new InvalidEventException(field, "is required");
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.length() > LONGEST_TEXT || text.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidEventException(field, "is too long or contains a control character");
        }
        return text;
    }

    private static Temperature temperature(String text) {
        try {
            if (text.length() <= LONGEST_TEMPERATURE) {
                return new Temperature(new BigDecimal(text));
            }
        } catch (NumberFormatException e) {
            // Falls through: the exception quotes the text.
        }
        throw new InvalidEventException(TEMPERATURE, "must be a number");
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new InvalidEventException(TIME, "must be RFC 3339 text");
        }
    }
}
