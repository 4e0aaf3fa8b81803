package io.musemeter.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records written by any version are read by this one. A sample that was committed is never changed or removed. */
class GoldenSamplesTest {
    private static final ObjectMapper TREES =
            EventJson.mapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @ParameterizedTest
    @MethodSource("io.musemeter.events.GoldenSamples#valid")
    void aSampleIsWrittenAsItWasRead(GoldenSamples.Valid sample) throws Exception {
        Object event = EventJson.read(sample.json(), sample.type());

        assertThat(tree(EventJson.write(event))).isEqualTo(tree(sample.json()));
    }

    @ParameterizedTest
    @MethodSource("io.musemeter.events.GoldenSamples#valid")
    void fieldsOfLaterVersionsAreIgnored(GoldenSamples.Valid sample) throws Exception {
        JsonNode later = TREES.readTree(sample.json());
        addUnknownFields(later);

        assertThat(EventJson.read(EventJson.write(later), sample.type()))
                .isEqualTo(EventJson.read(sample.json(), sample.type()));
    }

    @ParameterizedTest
    @MethodSource("io.musemeter.events.GoldenSamples#invalid")
    void aBrokenSampleIsRefusedByTheNameOfItsField(GoldenSamples.Invalid sample) {
        InvalidEventException refusal =
                catchThrowableOfType(InvalidEventException.class, () -> EventJson.read(sample.json(), sample.type()));

        assertThat(refusal).isNotNull();
        assertThat(refusal.field()).isEqualTo(sample.field());
        assertThat(refusal.problem()).isNotBlank();
    }

    @Test
    void committedSamplesAreWhatTheyWere() throws Exception {
        Path folder = GoldenSamples.folder();
        List<String> sums = new ArrayList<>();
        for (Path file : GoldenSamples.all()) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(GoldenSamples.bytes(file));
            sums.add(HexFormat.of().formatHex(hash) + "  " + folder.relativize(file));
        }

        assertThat(sums).isEqualTo(Files.readAllLines(folder.resolve("SHA256SUMS")));
    }

    private static void addUnknownFields(JsonNode node) {
        node.forEach(GoldenSamplesTest::addUnknownFields);
        if (node instanceof ObjectNode object) {
            object.put("later", 1).putObject("laterObject").put("inner", "x");
        }
    }

    /** Numbers are compared by value: 1.0, 1 and 1e0 are one number. */
    private static JsonNode tree(byte[] json) throws Exception {
        return withNumbersByValue(TREES.readTree(json));
    }

    private static JsonNode withNumbersByValue(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(withNumbersByValue(field.getValue())));
            return object;
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, withNumbersByValue(array.get(i)));
            }
            return array;
        }
        return node.isNumber() ? DecimalNode.valueOf(node.decimalValue().stripTrailingZeros()) : node;
    }
}
