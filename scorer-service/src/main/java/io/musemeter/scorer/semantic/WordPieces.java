package io.musemeter.scorer.semantic;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The tokenizer MiniLM was trained with (uncased WordPiece), and the windows of tokens the model is given. */
final class WordPieces implements AutoCloseable {
    private final HuggingFaceTokenizer tokenizer;
    private final long begin;
    private final long end;

    WordPieces(byte[] tokenizerJson) {
        try {
            // The file itself asks for truncation at 128 tokens.
            tokenizer = HuggingFaceTokenizer.newInstance(
                    new ByteArrayInputStream(tokenizerJson), Map.of("truncation", "false", "padding", "false"));
        } catch (IOException e) {
            throw new UncheckedIOException("the tokenizer cannot be read", e);
        }
        long[] frame = tokenizer.encode("", true, false).getIds();
        begin = frame[0];
        end = frame[1];
    }

    /**
     * The text's tokens in consecutive windows of at most that many tokens, each framed by the marks of begin and end; none
     * when the text has no token.
     */
    List<long[]> windows(String text, int tokensPerWindow) {
        long[] ids = tokenizer.encode(wellFormed(text), false, false).getIds();
        int inside = tokensPerWindow - 2;
        List<long[]> windows = new ArrayList<>();
        for (int from = 0; from < ids.length; from += inside) {
            int length = Math.min(inside, ids.length - from);
            long[] window = new long[length + 2];
            window[0] = begin;
            System.arraycopy(ids, from, window, 1, length);
            window[length + 1] = end;
            windows.add(window);
        }
        return windows;
    }

    @Override
    public void close() {
        tokenizer.close();
    }

    /** Native code is given no unpaired surrogate. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
