package io.musemeter.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The JSON form of the contract's records: unknown fields are ignored, missing required ones rejected by name. */
public final class EventJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addDeserializer(Instant.class, new InstantText()))
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfigDefaults(
                    config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
            .withCoercionConfig(
                    LogicalType.Textual,
                    config -> config.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail))
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private EventJson() {}

    /** A mapper set up as this class is; a copy, so that nobody can change the contract's own. */
    public static ObjectMapper mapper() {
        return MAPPER.copy();
    }

    /** The UTF-8 JSON of a record of the contract. */
    public static byte[] write(Object event) {
        try {
            return MAPPER.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a record of the contract.
     *
     * @throws InvalidEventException when the bytes are no JSON in UTF-8, a required field is missing or a value breaks its rule; the
     *     message never quotes the bytes
     */
    public static <T> T read(byte @Nullable [] json, Class<T> type) {
        if (json == null) {
            throw new InvalidEventException("$", "is empty");
        }
        if (!WireText.isUtf8(json)) {
            throw new InvalidEventException("$", "is not UTF-8");
        }
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw new InvalidEventException("$", "is null");
            }
            return value;
        } catch (JsonMappingException e) {
            throw asInvalidEvent(e);
        } catch (IOException e) {
            throw new InvalidEventException("$", "is not JSON");
        }
    }

    private static InvalidEventException asInvalidEvent(JsonMappingException mapping) {
        String path = mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : plain(step.getFieldName()))
                .collect(Collectors.joining("."));
        for (Throwable cause = mapping; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidEventException invalid) {
                return within(path, invalid);
            }
        }
        return path.isEmpty()
                ? new InvalidEventException("$", "does not have the form of the contract")
                : new InvalidEventException(path, "is missing or not of the type the contract asks for");
    }

    /** A value that is used in several records names itself alone; the path says which one it was. */
    private static InvalidEventException within(String path, InvalidEventException invalid) {
        String itself = invalid.field().split("\\.", 2)[0];
        return path.endsWith("." + itself)
                ? new InvalidEventException(path + invalid.field().substring(itself.length()), invalid.problem())
                : invalid;
    }

    /** A field name out of foreign JSON is hostile text as well. */
    private static String plain(String fieldName) {
        return fieldName.matches("[A-Za-z0-9_]{1,64}") ? fieldName : "?";
    }
}
