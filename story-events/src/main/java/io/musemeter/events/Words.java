package io.musemeter.events;

/** Counts words. */
public final class Words {
    private Words() {}

    /** Number of runs between white space that hold a letter or a digit. */
    public static int count(String text) {
        int words = 0;
        boolean counted = false;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            if (Character.isWhitespace(character)) {
                counted = false;
            } else if (!counted && Character.isLetterOrDigit(character)) {
                counted = true;
                words++;
            }
            i += Character.charCount(character);
        }
        return words;
    }
}
