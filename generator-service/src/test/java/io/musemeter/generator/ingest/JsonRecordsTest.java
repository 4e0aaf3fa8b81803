package io.musemeter.generator.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.musemeter.events.InvalidEventException;
import io.musemeter.generator.pressure.TooLargeException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRecordsTest {
    private static List<String> elements(String json) {
        return JsonRecords.elements(json.getBytes(StandardCharsets.UTF_8), 3).stream()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void anArraysObjectsAreTheBytesTheyWereSentIn() {
        assertThat(elements(" [ {\"a\": \"ä]\"} ,{\"b\":[{}]}]\n")).containsExactly("{\"a\": \"ä]\"}", "{\"b\":[{}]}");
    }

    @Test
    void anEmptyArrayHasNone() {
        assertThat(elements("[]")).isEmpty();
    }

    @Test
    void whatIsNoObjectStaysARecordToBeRejected() {
        assertThat(elements("[1,{},null]")).hasSize(3).contains("{}");
    }

    @Test
    void moreThanIsTakenIsTooLarge() {
        assertThat(elements("[{},{},{}]")).hasSize(3);
        assertThatExceptionOfType(TooLargeException.class).isThrownBy(() -> elements("[{},{},{},{}]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"a\":", "[{}", "[{}] x", "[{}}"})
    void anArrayCutInTheMiddleIsRefused(String json) {
        assertThatExceptionOfType(InvalidEventException.class).isThrownBy(() -> elements(json));
    }

    @Test
    void anArrayIsToldByItsFirstCharacter() {
        assertThat(JsonRecords.isArray(" \n[".getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(JsonRecords.isArray("{}".getBytes(StandardCharsets.UTF_8))).isFalse();
        assertThat(JsonRecords.isArray(new byte[0])).isFalse();
    }
}
