package io.musemeter.storymodel;

import java.util.ArrayList;
import java.util.List;

/**
 * Windows over a sequence longer than the context, such that every token after the first is scored once: those of the first window with all that
 * precedes them, later ones with at least {@code context - stride} tokens before them.
 */
final class Windows {

    /**
     * @param start first token of the window
     * @param scored first token that this window scores; after start
     * @param end one past its last token
     */
    record Window(int start, int scored, int end) {}

    private Windows() {}

    static List<Window> over(int tokens, int context, int stride) {
        List<Window> windows = new ArrayList<>();
        int start = 0;
        int scored = 1;
        while (scored < tokens) {
            int end = Math.min(start + context + 1, tokens);
            windows.add(new Window(start, scored, end));
            scored = end;
            start = end - 1 - (context - stride);
        }
        return windows;
    }
}
