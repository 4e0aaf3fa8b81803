package io.musemeter.scorer.lexical;

import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.UnscorableReason;
import io.musemeter.scorer.metric.ComputedMetric;
import java.nio.charset.StandardCharsets;

/**
 * Compression ratio (Shaib, Barrow, Sun, Siu, Wallace and Nenkova 2024): bytes of the story in UTF-8 divided by its bytes
 * when deflated. Above 0, at most about 1,030; higher for a more redundant text. Rises with the length of a text.
 *
 * <p>Java runtimes come with different implementations of deflate, which may differ by some bytes. The evaluator is signed
 * with what this runtime's makes of a probe, so that unlike ones are never merged.
 */
final class CompressionRatio extends ComputedMetric<LexicalStory> {
    CompressionRatio() {
        super("compression_ratio", 1, Deflate.fingerprint());
    }

    @Override
    public ScoreOutcome score(LexicalStory story) {
        if (story.text().codePoints().noneMatch(CompressionRatio::isVisible)) {
            return unscorable(UnscorableReason.EMPTY_TEXT);
        }
        byte[] bytes = story.text().getBytes(StandardCharsets.UTF_8);
        return scored((double) bytes.length / Deflate.size(bytes));
    }

    private static boolean isVisible(int codePoint) {
        return !Character.isWhitespace(codePoint) && !Character.isSpaceChar(codePoint);
    }
}
