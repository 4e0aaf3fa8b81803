package io.musemeter.scorer.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.musemeter.scorer.oracle.OracleTexts;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every twelfth component by another tokenizer and runtime of the same model: {@code oracle/embedding.mjs}. */
class EmbeddingOracleTest {
    private static final int STEP = 12;
    /** Processors differ in how they round products of 8-bit integers. */
    private static final double ROUNDING = 0.02;

    private static final MiniLmEmbedder EMBEDDER = MiniLmEmbedder.load();

    static Stream<Arguments> figures() {
        return OracleTexts.json("embedding.json").properties().stream()
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @AfterAll
    static void close() {
        EMBEDDER.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void equalsTheOracle(String text, JsonNode figures) {
        float[] embedding = EMBEDDER.embed(OracleTexts.named(text)).orElseThrow();

        assertThat(figures).hasSize(embedding.length / STEP);
        for (int i = 0; i < figures.size(); i++) {
            assertThat((double) embedding[i * STEP])
                    .as("component " + i * STEP)
                    .isCloseTo(figures.get(i).asDouble(), within(ROUNDING));
        }
    }
}
