package io.musemeter.scorer.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.musemeter.scorer.oracle.OracleTexts;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fourth component by another tokenizer and runtime of the same model: {@code oracle/embedding.mjs}. */
class EmbeddingOracleTest {
    private static final int STEP = 4;
    /** Processors differ in how they round products of 8-bit integers; a component's root mean square is .051. */
    private static final double ROUNDING = 0.02;

    private static final double LEAST_COSINE = 0.999;

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
        float[] expected = new float[figures.size()];
        float[] embedding = new float[figures.size()];
        float[] whole = EMBEDDER.embed(OracleTexts.named(text)).orElseThrow();
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (float) figures.get(i).asDouble();
            embedding[i] = whole[i * STEP];
        }

        assertThat(expected).hasSize(whole.length / STEP);
        assertThat(embedding).containsExactly(expected, within((float) ROUNDING));
        assertThat(Vectors.cosine(embedding, expected)).isGreaterThan(LEAST_COSINE);
    }

    @Test
    void theOracleHasTextsOfMoreThanOneWindowAndInEveryScript() {
        assertThat(figures().map(figure -> figure.get()[0]))
                .contains("ten-thousand-words", "greek-and-case", "hebrew", "chinese", "emoji")
                .hasSizeGreaterThan(40);
    }
}
