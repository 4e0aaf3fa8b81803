package io.musemeter.statistics.spread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.musemeter.statistics.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SpreadLawsTest {
    @Property(tries = 200)
    void vendiLiesBetweenOneAndTheNumberOfMembers(@ForAll("sets") List<float[]> vectors) {
        assertThat(vendi(vectors)).isBetween(1 - 1e-9, vectors.size() + 1e-9);
    }

    @Property(tries = 100)
    void orderAndLengthDoNotMatter(@ForAll("sets") List<float[]> vectors, @ForAll Random random) {
        List<float[]> other =
                new ArrayList<>(vectors.stream().map(SpreadLawsTest::trebled).toList());
        Collections.shuffle(other, random);

        assertThat(vendi(other)).isCloseTo(vendi(vectors), within(1e-5));
        assertThat(alike(other)).isCloseTo(alike(vectors), within(1e-5));
    }

    @Property(tries = 20)
    void membersAtRightAnglesCountEach(@ForAll @IntRange(min = 3, max = 20) int n) {
        List<float[]> axes = IntStream.range(0, n).mapToObj(i -> axis(i, n)).toList();

        assertThat(vendi(axes)).isCloseTo(n, within(1e-9));
        assertThat(alike(axes)).isCloseTo(0, within(1e-12));
    }

    @Property(tries = 20)
    void copiesCountOnceAndCertainly(@ForAll @IntRange(min = 3, max = 20) int n) {
        Spread copies = Spread.vendi(Collections.nCopies(n, new float[] {0.3f, -0.4f, 2}))
                .value()
                .orElseThrow();

        assertThat(copies.value()).isCloseTo(1, within(1e-9));
        assertThat(copies.standardError()).isCloseTo(0, within(1e-9));
    }

    @Example
    void twoMembersAreTooFewForAnError() {
        assertThat(Spread.vendi(List.of(new float[] {1}, new float[] {2})))
                .isEqualTo(Answer.unknown(Answer.Reason.TOO_FEW, "2 members, 3 are the fewest"));
        assertThat(Spread.meanPairwiseSimilarity(List.of()).value()).isEmpty();
    }

    @Example
    void refusesVectorsWithoutADirection() {
        assertThatThrownBy(() -> Spread.vendi(List.of(new float[] {0, 0}))).hasMessage("vectors: one has no direction");
        assertThatThrownBy(() -> Spread.vendi(List.of(new float[] {Float.NaN})))
                .hasMessage("vectors: one has no direction");
        assertThatThrownBy(() -> Spread.vendi(List.of(new float[] {Float.POSITIVE_INFINITY})))
                .hasMessage("vectors: one has no direction");
        assertThatThrownBy(() -> Spread.vendi(List.of(new float[] {1}, new float[] {1, 1})))
                .hasMessage("vectors: lengths 2 and 1 differ");
    }

    @Provide
    Arbitrary<List<float[]>> sets() {
        return Arbitraries.floats()
                .between(-1, 1)
                .array(float[].class)
                .ofSize(5)
                .filter(vector -> Math.abs(vector[0]) > 0.01)
                .list()
                .ofMinSize(3)
                .ofMaxSize(15);
    }

    private static double vendi(List<float[]> vectors) {
        return Spread.vendi(vectors).value().orElseThrow().value();
    }

    private static double alike(List<float[]> vectors) {
        return Spread.meanPairwiseSimilarity(vectors).value().orElseThrow().value();
    }

    private static float[] axis(int i, int n) {
        float[] axis = new float[n];
        axis[i] = 1;
        return axis;
    }

    private static float[] trebled(float[] vector) {
        float[] trebled = vector.clone();
        for (int i = 0; i < trebled.length; i++) {
            trebled[i] *= 3;
        }
        return trebled;
    }
}
