package io.musemeter.scorer.semantic.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SentenceGeometryLawsTest {
    @Property(tries = 200)
    void figuresLieInTheirRange(@ForAll("sentences") List<float[]> sentences) {
        assertThat(SentenceGeometry.coherence(sentences, 1)).isBetween(-1.0, 1.0);
        assertThat(SentenceGeometry.surprise(sentences)).isBetween(0.0, 2.0);
        assertThat(SentenceGeometry.divergentIntegration(sentences)).isBetween(0.0, 2.0);
    }

    @Property(tries = 200)
    void divergentIntegrationIgnoresTheOrder(@ForAll("sentences") List<float[]> sentences, @ForAll Random random) {
        List<float[]> shuffled = new ArrayList<>(sentences);
        Collections.shuffle(shuffled, random);

        assertThat(SentenceGeometry.divergentIntegration(shuffled))
                .isCloseTo(SentenceGeometry.divergentIntegration(sentences), within(1e-12));
    }

    @Property(tries = 200)
    void surpriseIsAtMostTheDistanceFromTheSentenceBefore(@ForAll("sentences") List<float[]> sentences) {
        assertThat(SentenceGeometry.surprise(sentences))
                .isLessThanOrEqualTo(1 - SentenceGeometry.coherence(sentences, 1) + 1e-12);
    }

    @Property(tries = 200)
    void lengthOfTheVectorsDoesNotMatter(@ForAll("sentences") List<float[]> sentences) {
        List<float[]> doubled =
                sentences.stream().map(SentenceGeometryLawsTest::doubled).toList();

        assertThat(SentenceGeometry.coherence(doubled, 1))
                .isCloseTo(SentenceGeometry.coherence(sentences, 1), within(1e-6));
        assertThat(ReferenceGeometry.closenessToCentre(sentences.get(0), doubled)
                        .orElse(0.0))
                .isCloseTo(
                        ReferenceGeometry.closenessToCentre(sentences.get(0), sentences)
                                .orElse(0.0),
                        within(1e-4));
    }

    @Example
    void oneSentenceOverAndOverIsWhollyCoherentAndNeverSurprises() {
        List<float[]> sentences = Collections.nCopies(5, new float[] {0.6f, 0.8f});

        assertThat(SentenceGeometry.coherence(sentences, 2)).isCloseTo(1, within(1e-12));
        assertThat(SentenceGeometry.surprise(sentences)).isCloseTo(0, within(1e-12));
        assertThat(SentenceGeometry.divergentIntegration(sentences)).isCloseTo(0, within(1e-12));
    }

    @Example
    void referencesThatCancelOutHaveNoCentre() {
        List<float[]> opposites = List.of(new float[] {1, 0}, new float[] {-1, 0});

        assertThat(ReferenceGeometry.closenessToCentre(new float[] {1, 0}, opposites))
                .isEmpty();
    }

    @Example
    void refusesTooFewVectorsByName() {
        assertThatThrownBy(() -> SentenceGeometry.coherence(List.of(new float[] {1}), 1))
                .hasMessage("sentences: 1 given, 2 are the fewest");
        assertThatThrownBy(() -> ReferenceGeometry.distanceToNearest(new float[] {1}, List.of()))
                .hasMessage("others: is empty");
    }

    @Provide
    Arbitrary<List<float[]>> sentences() {
        return Arbitraries.floats()
                .between(-1, 1)
                .array(float[].class)
                .ofSize(4)
                .filter(vector -> Math.abs(vector[0]) > 0.01)
                .list()
                .ofMinSize(2)
                .ofMaxSize(12);
    }

    private static float[] doubled(float[] vector) {
        float[] twice = vector.clone();
        for (int i = 0; i < twice.length; i++) {
            twice[i] *= 2;
        }
        return twice;
    }
}
