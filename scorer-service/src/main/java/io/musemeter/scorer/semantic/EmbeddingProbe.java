package io.musemeter.scorer.semantic;

import io.musemeter.events.Hashes;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What this machine's arithmetic makes of fixed texts. Sums in another order change a value in the eighth decimal, until one
 * tips an activation to another 8-bit integer: then hundreds of components differ by .001 to .02, enough to carry a story over a
 * threshold. The longer a text the surer one tips (the runtime without its optimisations: none of 384 components of a sentence,
 * 307 of a text of 150 tokens), so there is a long one among them.
 */
final class EmbeddingProbe {
    /** Far above a difference in the eighth decimal, far below what one tipped activation makes. */
    private static final double GRID = 0.001;

    private static final List<String> TEXTS = List.of(
            "Fox.",
            "Once upon a time an old clockmaker lived by the sea, and every clock in her house told another hour.",
            "Colourless 12,345 qzxv blarg; $%& — die Straße, лиса, 从前有一只狐狸。 \"No!\" she said.",
            "The river rose. The baker ran. Nobody saw the moon fall, because everybody slept. ".repeat(8));

    private EmbeddingProbe() {}

    /** Hash of the texts' embeddings, each component rounded to .001. */
    static String fingerprint(Function<String, float[]> embedder) {
        return Hashes.ofText(
                TEXTS.stream().map(embedder).map(EmbeddingProbe::rounded).collect(Collectors.joining(";")));
    }

    private static String rounded(float[] embedding) {
        return IntStream.range(0, embedding.length)
                .mapToObj(i -> Long.toString(Math.round(embedding[i] / GRID)))
                .collect(Collectors.joining(","));
    }
}
