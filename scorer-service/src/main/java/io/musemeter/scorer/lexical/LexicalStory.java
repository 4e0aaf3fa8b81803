package io.musemeter.scorer.lexical;

import io.musemeter.scorer.metric.ScoringInput;
import java.util.List;
import java.util.Optional;

/**
 * A story as the lexical metrics see it.
 *
 * @param storyId its identity, by which a member of a reference set is told from a copy of one
 * @param text the story
 * @param tokens its {@link Tokens}
 * @param words its {@link Words}
 * @param exemplarTokens the tokens of its exemplar, when it has one
 */
public record LexicalStory(
        String storyId, String text, List<String> tokens, List<String> words, Optional<List<String>> exemplarTokens) {
    static LexicalStory of(ScoringInput input) {
        String text = input.written().text();
        return new LexicalStory(
                input.story().storyId(),
                text,
                Tokens.of(text),
                Words.of(text),
                input.exemplar().map(exemplar -> Tokens.of(exemplar.text())));
    }
}
