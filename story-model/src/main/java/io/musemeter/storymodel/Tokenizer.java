package io.musemeter.storymodel;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Byte-level byte-pair encoding (Sennrich, Haddow and Birch 2016). Tokens 0 to 255 are bytes, then one token a merge, then {@link #begin} and
 * {@link #end}; so every string has tokens and comes back from them exactly, lone surrogates included. Immutable.
 */
public final class Tokenizer {

    static final int BYTES = 256;
    static final int SPECIALS = 2;

    private final Map<Long, Integer> merged = new HashMap<>();
    private final byte[][] bytes;

    /** @param merges pairs of tokens in the order they were learnt; pair i becomes token 256 + i */
    Tokenizer(int[][] merges) {
        bytes = new byte[BYTES + merges.length][];
        for (int i = 0; i < BYTES; i++) {
            bytes[i] = new byte[] {(byte) i};
        }
        for (int i = 0; i < merges.length; i++) {
            int token = BYTES + i;
            int left = merges[i][0];
            int right = merges[i][1];
            if (left >= token || right >= token) {
                throw new IllegalArgumentException(
                        "merge " + i + " joins a token that comes later: " + left + ", " + right);
            }
            merged.put(pair(left, right), token);
            bytes[token] = Arrays.copyOf(bytes[left], bytes[left].length + bytes[right].length);
            System.arraycopy(bytes[right], 0, bytes[token], bytes[left].length, bytes[right].length);
        }
    }

    /** Number of tokens, the two special ones included. */
    public int size() {
        return bytes.length + SPECIALS;
    }

    /** The token before a story's first. */
    public int begin() {
        return bytes.length;
    }

    /** The token after a story's last. */
    public int end() {
        return bytes.length + 1;
    }

    /** The text's tokens, without {@link #begin} and {@link #end}. Time is linear in the length. */
    public int[] encode(String text) {
        byte[] all = GeneralisedUtf8.encode(text);
        IntStream.Builder tokens = IntStream.builder();
        int start = 0;
        while (start < all.length) {
            int end = Pieces.end(all, start);
            int[] piece = new int[end - start];
            for (int i = 0; i < piece.length; i++) {
                piece[i] = all[start + i] & 0xFF;
            }
            int length = merge(piece);
            for (int i = 0; i < length; i++) {
                tokens.add(piece[i]);
            }
            start = end;
        }
        return tokens.build().toArray();
    }

    /** The inverse of {@link #encode}; {@link #begin} and {@link #end} are silent, bytes that are no UTF-8 become U+FFFD. */
    public String decode(int... tokens) {
        return GeneralisedUtf8.decode(bytes(tokens));
    }

    /** As {@link #decode}, with U+FFFD for lone surrogates too, so that the text can be written as UTF-8. */
    public String decodeWellFormed(int... tokens) {
        return GeneralisedUtf8.decodeWellFormed(bytes(tokens));
    }

    private byte[] bytes(int[] tokens) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(4 * tokens.length);
        for (int token : tokens) {
            if (token < 0 || token >= size()) {
                throw new IllegalArgumentException("token must be in [0, " + size() + "), not " + token);
            }
            if (token < bytes.length) {
                out.writeBytes(bytes[token]);
            }
        }
        return out.toByteArray();
    }

    /** Merges in place, the pair learnt first first, and returns the new length. */
    private int merge(int[] piece) {
        int length = piece.length;
        while (length > 1) {
            int best = Integer.MAX_VALUE;
            for (int i = 0; i + 1 < length; i++) {
                best = Math.min(best, merged.getOrDefault(pair(piece[i], piece[i + 1]), Integer.MAX_VALUE));
            }
            if (best == Integer.MAX_VALUE) {
                return length;
            }
            int to = 0;
            for (int from = 0; from < length; from++, to++) {
                boolean joins =
                        from + 1 < length && merged.getOrDefault(pair(piece[from], piece[from + 1]), -1) == best;
                piece[to] = joins ? best : piece[from];
                from += joins ? 1 : 0;
            }
            length = to;
        }
        return length;
    }

    private static long pair(int left, int right) {
        return (long) left << 32 | right;
    }
}
