package io.musemeter.scorer.semantic;

import java.util.Optional;

/** An embedding that any language can make alike: how often each code point occurs, modulo the dimension. */
final class CodePointEmbedder implements TextEmbedder {
    private static final int DIMENSION = 24;
    private static final int NO_BREAK_SPACE = 160;

    @Override
    public String fingerprint() {
        return "code-points";
    }

    @Override
    public Optional<float[]> embed(String text) {
        double[] counts = new double[DIMENSION];
        int[] visible = text.codePoints()
                .filter(point -> point > ' ' && point != NO_BREAK_SPACE)
                .toArray();
        for (int point : visible) {
            counts[point % DIMENSION]++;
        }
        return visible.length == 0 ? Optional.empty() : Optional.of(Vectors.normalised(counts));
    }
}
