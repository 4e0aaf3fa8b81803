package io.musemeter.generator.otlp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Attributes by name; of several names for one thing, the first that is there counts.
 *
 * @param byKey values by attribute key
 */
record Attributes(Map<String, AnyValue> byKey) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static Attributes of(List<KeyValue> attributes) {
        Map<String, AnyValue> byKey = new HashMap<>();
        attributes.forEach(attribute -> byKey.put(attribute.getKey(), attribute.getValue()));
        return new Attributes(byKey);
    }

    /** These with others beside them; these win. */
    Attributes and(Attributes others) {
        Map<String, AnyValue> all = new HashMap<>(others.byKey);
        all.putAll(byKey);
        return new Attributes(all);
    }

    boolean hasAny(String... keys) {
        return find(keys) != null;
    }

    /** Whether it is there and a text. */
    boolean isText(String key) {
        AnyValue value = find(key);
        return value != null && value.hasStringValue();
    }

    @Nullable
    String text(String... keys) {
        AnyValue value = find(keys);
        if (value == null) {
            return null;
        }
        return switch (value.getValueCase()) {
            case STRING_VALUE -> value.getStringValue();
            case INT_VALUE -> Long.toString(value.getIntValue());
            case DOUBLE_VALUE -> Double.toString(value.getDoubleValue());
            case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
            case ARRAY_VALUE, KVLIST_VALUE, BYTES_VALUE, VALUE_NOT_SET -> null;
            default -> null;
        };
    }

    /** A number, also one that an instrumentation has written as text; null when it is none. */
    @Nullable
    Double number(String... keys) {
        String text = text(keys);
        try {
            return text == null ? null : Double.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    @Nullable
    Integer integer(String... keys) {
        Double number = number(keys);
        return number == null || number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE
                ? null
                : Integer.valueOf(number.intValue());
    }

    @Nullable
    Long longInteger(String... keys) {
        String text = text(keys);
        try {
            return text == null ? null : Long.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A structure: as OTLP carries it, or as the JSON text that most instrumentations write; null when it is neither. */
    @Nullable
    JsonNode structure(String... keys) {
        AnyValue value = find(keys);
        if (value == null) {
            return null;
        }
        return value.hasStringValue() ? parsed(value.getStringValue()) : node(value);
    }

    private @Nullable AnyValue find(String... keys) {
        for (String key : keys) {
            AnyValue value = byKey.get(key);
            if (value != null && value.getValueCase() != AnyValue.ValueCase.VALUE_NOT_SET) {
                return value;
            }
        }
        return null;
    }

    private static @Nullable JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static JsonNode node(AnyValue value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (value.getValueCase()) {
            case STRING_VALUE -> nodes.textNode(value.getStringValue());
            case BOOL_VALUE -> nodes.booleanNode(value.getBoolValue());
            case INT_VALUE -> nodes.numberNode(value.getIntValue());
            case DOUBLE_VALUE -> nodes.numberNode(value.getDoubleValue());
            case ARRAY_VALUE -> {
                var array = nodes.arrayNode();
                value.getArrayValue().getValuesList().forEach(element -> array.add(node(element)));
                yield array;
            }
            case KVLIST_VALUE -> {
                var object = nodes.objectNode();
                value.getKvlistValue()
                        .getValuesList()
                        .forEach(member -> object.set(member.getKey(), node(member.getValue())));
                yield object;
            }
            default -> nodes.nullNode();
        };
    }
}
