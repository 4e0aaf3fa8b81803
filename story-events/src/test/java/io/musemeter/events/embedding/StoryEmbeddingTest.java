package io.musemeter.events.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.musemeter.events.InvalidEventException;
import io.musemeter.events.Source;
import io.musemeter.events.Temperature;
import io.musemeter.events.correlation.StoryGroup;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoryEmbeddingTest {
    private static final StoryEmbedding EMBEDDING = new StoryEmbedding(
            "story-1",
            new StoryGroup("local", new Source.Study("one"), "modèle 🦊", "prompt", "1", "0123456789abcdef"),
            Temperature.of(0.334),
            Instant.parse("2026-01-01T00:00:00.123456789Z"),
            "embedder",
            EmbeddingVector.of(new float[] {1, -0.5f, 0, Float.MIN_VALUE}));

    @Test
    void whatIsWrittenIsReadBackAlike() {
        assertThat(StoryEmbedding.read(EMBEDDING.key(), headers(EMBEDDING), EMBEDDING.value()))
                .isEqualTo(EMBEDDING);
    }

    @Test
    void theHeadersAreCloudEventsOfPlainText() {
        assertThat(EMBEDDING.headers("scorer"))
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_type", "io.musemeter.embedding.v1")
                .containsEntry("ce_source", "/musemeter/scorer")
                .containsEntry("content-type", "text/plain")
                .allSatisfy((name, value) -> assertThat(name).matches("content-type|ce_[a-z0-9]+"));
    }

    @Test
    void theValueIsWhatNumPyWrites() {
        // base64.b64encode(numpy.array([1, -0.5, 0.1], dtype='<f4').tobytes())
        assertThat(new String(EmbeddingVector.of(new float[] {1, -0.5f, 0.1f}).encode(), StandardCharsets.US_ASCII))
                .isEqualTo("AACAPwAAAL/NzMw9");
    }

    @Property
    void anyVectorIsReadBackAlike(@ForAll @Size(min = 1, max = 64) float[] components) {
        EmbeddingVector vector = EmbeddingVector.of(components);

        assertThat(EmbeddingVector.decode(vector.encode())).isEqualTo(vector);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ce_time",
                "ce_environment",
                "ce_storysource",
                "ce_model",
                "ce_promptid",
                "ce_promptversion",
                "ce_samplerhash",
                "ce_temperature",
                "ce_embedder"
            })
    void aMissingHeaderIsNamed(String header) {
        Map<String, byte[]> headers = headers(EMBEDDING);
        headers.remove(header);

        assertThatThrownBy(() -> StoryEmbedding.read(EMBEDDING.key(), headers, EMBEDDING.value()))
                .isInstanceOfSatisfying(
                        InvalidEventException.class, e -> assertThat(e.field()).isEqualTo(header));
    }

    @ParameterizedTest
    @CsvSource({
        "ce_time, yesterday, ce_time",
        "ce_temperature, warm, ce_temperature",
        "ce_temperature, 5.5, temperature",
        "ce_temperature, 1e999999999, temperature",
        "ce_storysource, elsewhere, source",
        "ce_model, 'a\u0007b', ce_model"
    })
    void aHeaderThatIsNoneOfTheContractsIsNamedAndNotQuoted(String header, String value, String field) {
        Map<String, byte[]> headers = headers(EMBEDDING);
        headers.put(header, value.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> StoryEmbedding.read(EMBEDDING.key(), headers, EMBEDDING.value()))
                .isInstanceOfSatisfying(InvalidEventException.class, e -> {
                    assertThat(e.field()).isEqualTo(field);
                    assertThat(e.getMessage()).doesNotContain(value);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%%%%", "AAAA", "AADAfw==", "AACAfw=="})
    void aValueThatIsNoVectorOfFiniteNumbersIsRefused(String value) {
        assertThatThrownBy(() -> EmbeddingVector.decode(value.getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOfSatisfying(
                        InvalidEventException.class, e -> assertThat(e.field()).isEqualTo("vector"));
    }

    @Test
    void aVectorIsBounded() {
        assertThat(EmbeddingVector.decode(EmbeddingVector.of(new float[4_096]).encode())
                        .dimensions())
                .isEqualTo(4_096);
        assertThatThrownBy(() -> EmbeddingVector.of(new float[4_097])).isInstanceOf(InvalidEventException.class);
        assertThatThrownBy(() -> EmbeddingVector.decode(new byte[1 << 20])).isInstanceOf(InvalidEventException.class);
    }

    private static Map<String, byte[]> headers(StoryEmbedding embedding) {
        Map<String, byte[]> headers = new HashMap<>();
        embedding.headers("scorer").forEach((name, value) -> headers.put(name, value.getBytes(StandardCharsets.UTF_8)));
        return headers;
    }
}
