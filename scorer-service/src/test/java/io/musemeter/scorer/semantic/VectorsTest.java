package io.musemeter.scorer.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class VectorsTest {

    @Test
    void cosineEqualsNumpys() {
        // a @ b / (norm(a) * norm(b)) with NumPy 2.4
        double cosine = Vectors.cosine(new float[] {1, 2, 3}, new float[] {-2, 0.5f, 4});

        assertThat(cosine).isCloseTo(0.6533052580081485, within(1e-12));
    }

    @Test
    void theZeroVectorHasNoDirection() {
        assertThatIllegalArgumentException().isThrownBy(() -> Vectors.cosine(new float[2], new float[] {1, 2}));
    }

    @Test
    void vectorsOfDifferentLengthsHaveNoAngle() {
        assertThatIllegalArgumentException().isThrownBy(() -> Vectors.cosine(new float[] {1}, new float[] {1, 2}));
    }

    @Property
    void cosineWithItselfIsOne(@ForAll @Size(5) float @FloatRange(min = -100, max = 100) [] vector) {
        Assume.that(anyAbove(vector, 1e-3f));

        assertThat(Vectors.cosine(vector, vector)).isCloseTo(1, within(1e-12));
    }

    @Property
    void cosineIsSymmetricAndInRange(
            @ForAll @Size(5) float @FloatRange(min = -100, max = 100) [] a,
            @ForAll @Size(5) float @FloatRange(min = -100, max = 100) [] b) {
        Assume.that(anyAbove(a, 1e-3f) && anyAbove(b, 1e-3f));

        double cosine = Vectors.cosine(a, b);

        assertThat(cosine).isBetween(-1.0, 1.0).isEqualTo(Vectors.cosine(b, a));
    }

    private static boolean anyAbove(float[] vector, float least) {
        for (float component : vector) {
            if (Math.abs(component) > least) {
                return true;
            }
        }
        return false;
    }
}
