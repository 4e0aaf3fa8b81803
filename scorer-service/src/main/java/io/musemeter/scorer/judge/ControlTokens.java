package io.musemeter.scorer.judge;

import java.util.regex.Pattern;

/**
 * Marks by which models are told who speaks, such as {@code <|im_end|>}, {@code </s>} or {@code [INST]}: a server that takes
 * them in a message for what they are lets a story speak as the system.
 */
final class ControlTokens {
    /** The bracket that opens one; the forms of ChatML, Llama, Mistral, Gemma, DeepSeek and their like. */
    private static final Pattern OPENING =
            Pattern.compile("<(?=[|\\uFF5C]|/?\\w{1,40}>|</?SYS>>)|\\[(?=/?[A-Z_]{2,40}\\])");

    private ControlTokens() {}

    /** The text with a space in each, so that it is one no more. */
    static String broken(String text) {
        return OPENING.matcher(text).replaceAll("$0 ");
    }
}
