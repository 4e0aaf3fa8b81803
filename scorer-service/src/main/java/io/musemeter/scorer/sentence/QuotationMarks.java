package io.musemeter.scorer.sentence;

/** The models were trained on text with straight quotation marks, while language models like curly ones. */
public final class QuotationMarks {
    private QuotationMarks() {}

    /** The text with straight quotation marks and apostrophes, character for character. */
    public static String straight(String text) {
        return text.replace('\u2018', '\'')
                .replace('\u2019', '\'')
                .replace('\u201c', '"')
                .replace('\u201d', '"');
    }
}
