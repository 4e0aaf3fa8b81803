package io.musemeter.generator.pressure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightsTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static long valuesByJackson(byte[] json) throws IOException {
        long values = 0;
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                values += token.isScalarValue() || token.isStructStart() ? 1 : 0;
            }
        }
        return values;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "[]",
                "[[],[[]],{}]",
                "[0,0,0]",
                "{\"a\":1,\"b\":[1,2],\"c\":{\"d\":\"x\"}}",
                "{\"text\":\"one, two [three] {four} \\\" five, \\\\\",\"ä,\":\"\\\\\\\"\"}"
            })
    void noFewerValuesAreCountedThanAreThereAndFewMore(String json) throws IOException {
        long values = valuesByJackson(bytes(json));

        assertThat(Weights.jsonValues(bytes(json))).isBetween(values, 2 * values + 1);
    }

    @Test
    void aMillionValuesOfTwoBytesAreTooManyWhileALongTextIsNot() {
        byte[] zeros = bytes("[" + "0,".repeat(1_000_000) + "0]");
        byte[] text = bytes("[\"" + "a, ".repeat(1_000_000) + "\"]");

        assertThatExceptionOfType(TooLargeException.class)
                .isThrownBy(() -> Weights.ofBoundedJson(zeros))
                .withMessageContaining("500000 values");
        assertThatNoException().isThrownBy(() -> Weights.ofBoundedJson(text));
    }

    @Test
    void whatIsMadeOfSmallValuesWeighsMoreThanATextOfItsLength() {
        byte[] zeros = bytes("[" + "0,".repeat(1_000) + "0]");

        assertThat(Weights.ofJson(zeros))
                .isGreaterThan(10 * Weights.ofJson(bytes("\"" + "x".repeat(2_000) + "\"")) / 2);
    }
}
