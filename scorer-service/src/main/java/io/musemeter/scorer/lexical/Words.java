package io.musemeter.scorer.lexical;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The words that diversity is counted in: lower-cased runs of letters, combining marks, numbers and inner apostrophes.
 * In scripts written without spaces every letter is a word by itself. Punctuation, symbols and emoji are no words.
 */
final class Words {
    private static final String UNSPACED =
            "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}";
    private static final String SPACED = "['’[\\p{L}\\p{M}\\p{N}&&[^" + UNSPACED + "]]]";
    private static final Pattern WORD = Pattern.compile("[" + UNSPACED + "]\\p{M}*+|(?!\\p{M})" + SPACED + "++");
    private static final Pattern OUTER_APOSTROPHES = Pattern.compile("^'+|'+$");

    private Words() {}

    static List<String> of(String text) {
        return WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(Words::plain)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String plain(String word) {
        String straight = word.toLowerCase(Locale.ROOT).replace('’', '\'');
        return straight.indexOf('\'') < 0
                ? straight
                : OUTER_APOSTROPHES.matcher(straight).replaceAll("");
    }
}
