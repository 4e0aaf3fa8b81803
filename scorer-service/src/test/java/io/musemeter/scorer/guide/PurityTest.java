package io.musemeter.scorer.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.musemeter.events.FinishReason;
import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.StoryOutcome;
import io.musemeter.scorer.cohesion.CohesionFamily;
import io.musemeter.scorer.lexical.LexicalFamily;
import io.musemeter.scorer.likelihood.LikelihoodFamily;
import io.musemeter.scorer.metric.Family;
import io.musemeter.scorer.metric.ScoringInput;
import io.musemeter.scorer.oracle.Inputs;
import io.musemeter.scorer.oracle.OracleTexts;
import io.musemeter.scorer.reference.ReferenceSet;
import io.musemeter.scorer.semantic.MiniLmEmbedder;
import io.musemeter.scorer.semantic.SemanticFamily;
import io.musemeter.scorer.semantic.YieldThresholds;
import io.musemeter.scorer.sentence.OpenNlpSentences;
import io.musemeter.scorer.service.EmbeddedStoryModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PurityTest {
    private static final List<Family<?>> ONE_INSTANCE = instance();
    private static final List<Family<?>> ANOTHER = instance();

    @Example
    void scoresDependNeitherOnTheInstanceNorOnTheOrderOfStories() {
        List<String> names = new ArrayList<>(OracleTexts.all().keySet());
        names.remove("ten-thousand-words");
        Map<String, List<ScoreOutcome>> inOrder = scores(ONE_INSTANCE, names);
        Collections.reverse(names);

        Map<String, List<ScoreOutcome>> reversed = scores(ANOTHER, names);

        assertThat(reversed).isEqualTo(inOrder);
    }

    @Property(tries = 100)
    void noTextMakesAMetricThrow(@ForAll String text) {
        assertThatCode(() -> ONE_INSTANCE.forEach(family -> outcomes(family, "any", text)))
                .doesNotThrowAnyException();
    }

    private static List<Family<?>> instance() {
        OpenNlpSentences sentences = OpenNlpSentences.load();
        Optional<ReferenceSet> reference = Optional.of(OracleTexts.reference());
        return List.of(
                new LikelihoodFamily(new EmbeddedStoryModel()),
                new LexicalFamily(reference),
                new SemanticFamily(MiniLmEmbedder.load(), sentences, reference, YieldThresholds.DEFAULT),
                new CohesionFamily(sentences));
    }

    private static Map<String, List<ScoreOutcome>> scores(List<Family<?>> families, List<String> names) {
        Map<String, List<ScoreOutcome>> scores = new TreeMap<>();
        for (String name : names) {
            List<ScoreOutcome> outcomes = new ArrayList<>();
            families.forEach(family -> outcomes.addAll(outcomes(family, name, OracleTexts.named(name))));
            scores.put(name, outcomes);
        }
        return scores;
    }

    private static ScoringInput withLogProbabilities(ScoringInput input) {
        double one = -1.0 / (1 + input.written().text().length());
        StoryOutcome.Written written = new StoryOutcome.Written(
                input.written().text(), FinishReason.STOP, List.of(one), List.of(List.of(one, -7.5)));
        return new ScoringInput(input.story(), written, input.exemplar());
    }

    private static <A> List<ScoreOutcome> outcomes(Family<A> family, String name, String text) {
        A analysed = family.analyse(withLogProbabilities(Inputs.of(name, text, OracleTexts.named("story"))));
        return family.metrics().stream().map(metric -> metric.score(analysed)).toList();
    }
}
