package io.musemeter.storymodel;

/**
 * Cuts bytes into the pieces that merges never cross: a run of letters, digits, line breaks and tabs, or other characters, with one space before
 * it where there is one (line breaks and tabs take none), or else a single space. Bytes above 127 count as letters.
 */
final class Pieces {

    /** Longest run: merging is quadratic in a piece, so that hostile text stays linear. */
    static final int MAX_RUN = 48;

    private enum Kind {
        SPACE,
        BREAK,
        DIGIT,
        LETTER,
        OTHER
    }

    private Pieces() {}

    /** End, exclusive, of the piece that begins at {@code start}. */
    static int end(byte[] bytes, int start) {
        int run = start;
        Kind kind = kind(bytes[start]);
        if (kind == Kind.SPACE) {
            run = start + 1;
            if (run == bytes.length) {
                return run;
            }
            kind = kind(bytes[run]);
            if (kind == Kind.SPACE || kind == Kind.BREAK) {
                return run;
            }
        }
        int most = Math.min(bytes.length, run + MAX_RUN);
        int end = run + 1;
        while (end < most && kind(bytes[end]) == kind) {
            end++;
        }
        return end;
    }

    private static Kind kind(byte b) {
        if (b == ' ') {
            return Kind.SPACE;
        }
        if (b == '\t' || b == '\n' || b == '\r') {
            return Kind.BREAK;
        }
        if (b >= '0' && b <= '9') {
            return Kind.DIGIT;
        }
        return b < 0 || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' ? Kind.LETTER : Kind.OTHER;
    }
}
