package io.musemeter.scorer.lexical;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Tokens {@code \w+|[^\w\s]}, cased: runs of word characters, and every other visible character by itself.
 *
 * <p>Word characters and white space are those of Python's {@code re} on text, by which the published figures were made:
 * letters, numbers and the underscore of all of Unicode; combining marks are not among them. Java's own Unicode classes
 * differ in the marks.
 */
final class Tokens {
    private static final String WORD = "\\p{L}\\p{N}_";
    private static final String SPACE = "\\p{IsWhite_Space}\\x1c-\\x1f";
    private static final Pattern TOKEN = Pattern.compile("[" + WORD + "]+|[^" + WORD + SPACE + "]");

    private Tokens() {}

    static List<String> of(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }
}
