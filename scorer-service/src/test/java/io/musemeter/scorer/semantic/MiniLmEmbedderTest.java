package io.musemeter.scorer.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MiniLmEmbedderTest {
    private static final MiniLmEmbedder EMBEDDER = MiniLmEmbedder.load();
    private static final Executor SAME_THREAD = Runnable::run;
    /** Written independently of ours, on the same model; it reads 128 tokens at most. */
    private static final EmbeddingModel STOCK = new AllMiniLmL6V2QuantizedEmbeddingModel(SAME_THREAD);

    @AfterAll
    static void close() {
        EMBEDDER.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fox",
                "Once upon a time, there was a young girl named Maria.",
                "The quick brown fox! It didn't jump over the lazy dog; it slept (all day).",
                "la la la la la la la la la la la la",
                "🦊🦊🐻 👩‍👩‍👧",
                "كان يا ما كان ثعلب صغير",
                "从前有一只狐狸。它很小。",
                "एक लोमड़ी थी",
                "colorless green ideas sleep furiously qzxv blarg 12345 $%&",
            })
    void agreesWithTheStockEmbedderOnShortTexts(String text) {
        float[] expected = STOCK.embed(text).content().vector();

        float[] embedding = EMBEDDER.embed(text).orElseThrow();

        assertThat(Vectors.cosine(embedding, expected)).isCloseTo(1, within(1e-6));
    }

    @Test
    void hasLengthOneAnd384Dimensions() {
        float[] embedding = EMBEDDER.embed("Once upon a time there was a fox.").orElseThrow();

        double squares = 0;
        for (float component : embedding) {
            squares += (double) component * component;
        }
        assertThat(embedding).hasSize(384);
        assertThat(squares).isCloseTo(1, within(1e-6));
    }

    @Test
    void theSameTextHasTheSameEmbedding() {
        String text = "Maria walked on. ".repeat(100);

        assertThat(EMBEDDER.embed(text)).contains(EMBEDDER.embed(text).orElseThrow());
    }

    @Test
    void loadedAgainOnTheSameMachineItSignsTheSame() {
        try (MiniLmEmbedder again = MiniLmEmbedder.load()) {
            assertThat(again.fingerprint()).isEqualTo(EMBEDDER.fingerprint());
        }
    }

    @Test
    void aTextOfSpacesHasNone() {
        assertThat(EMBEDDER.embed(" \n\t ")).isEmpty();
        assertThat(EMBEDDER.embed("")).isEmpty();
    }

    @Test
    void readsBeyondTheStockEmbeddersLimit() {
        String opening = "The fox lived in the forest and ate berries. ".repeat(20);
        String ending = "Then the stock market crashed and the bankers despaired. ".repeat(20);

        double similarity = Vectors.cosine(
                EMBEDDER.embed(opening + ending).orElseThrow(),
                EMBEDDER.embed(opening).orElseThrow());

        assertThat(similarity).isLessThan(0.95);
    }

    @Test
    void aTextOfTwoEqualWindowsHasTheEmbeddingOfOne() {
        // 254 tokens: with the marks of begin and end exactly one window.
        String window = "fox ".repeat(254);

        double similarity = Vectors.cosine(
                EMBEDDER.embed(window + window).orElseThrow(),
                EMBEDDER.embed(window).orElseThrow());

        assertThat(similarity).isCloseTo(1, within(1e-6));
    }

    @Test
    void anUnpairedSurrogateIsNoError() {
        assertThat(EMBEDDER.embed("fox \ud83e and \udd8a \u0000 fox")).isPresent();
    }
}
