package io.musemeter.scorer.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.scorer.likelihood.LikelihoodFamily;
import io.musemeter.scorer.oracle.FamilyScores;
import io.musemeter.scorer.oracle.Inputs;
import io.musemeter.scorer.oracle.OracleTexts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the reference model that is served. */
class PerplexitySanityTest {
    private static final LikelihoodFamily FAMILY = new LikelihoodFamily(new EmbeddedStoryModel());

    @ParameterizedTest
    @ValueSource(strings = {"story", "dialogue", "sailor", "robot", "grandmother"})
    void explodesWhenAStorysWordsAreShuffled(String name) {
        String text = OracleTexts.named(name);
        List<String> words = new ArrayList<>(Arrays.asList(text.split("\\s+")));
        Collections.shuffle(words, new Random(1));

        assertThat(perplexity(String.join(" ", words))).isGreaterThan(3 * perplexity(text));
    }

    @Test
    void explodesOnWordSalad() {
        assertThat(perplexity(OracleTexts.named("salad"))).isGreaterThan(5 * perplexity(OracleTexts.named("story")));
    }

    private static double perplexity(String text) {
        return FamilyScores.value(FAMILY, "reference_perplexity", Inputs.of("any", text))
                .orElseThrow();
    }
}
