package io.musemeter.statistics.missing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the missing values are, the slope lies within the bounds. */
class BoundsLawsTest {

    @Property(tries = 300)
    void theSlopeWithAnyValuesFilledInLiesWithinTheBounds(
            @ForAll("arms") List<WorstCase.Arm> arms, @ForAll Random random) {
        double[] filled = arms.stream()
                .mapToDouble(arm -> (arm.scored() * arm.mean() + arm.missing() * random.nextDouble())
                        / (arm.scored() + arm.missing()))
                .toArray();

        Bounds bounds = WorstCase.of(arms, 0, 1, 0.95).value().orElseThrow();

        assertThat(slope(arms, filled)).isBetween(bounds.low() - 1e-9, bounds.high() + 1e-9);
        assertThat(bounds.intervalLow()).isLessThanOrEqualTo(bounds.low());
        assertThat(bounds.intervalHigh()).isGreaterThanOrEqualTo(bounds.high());
    }

    @Property(tries = 200)
    void withoutMissingValuesTheBoundsMeet(@ForAll("arms") List<WorstCase.Arm> arms) {
        List<WorstCase.Arm> whole = arms.stream()
                .map(arm -> new WorstCase.Arm(arm.temperature(), arm.scored(), 0, arm.mean(), arm.variance()))
                .toList();

        Bounds bounds = WorstCase.of(whole, 0, 1, 0.95).value().orElseThrow();

        assertThat(bounds.high() - bounds.low()).isLessThan(1e-9);
    }

    @Provide
    Arbitrary<List<WorstCase.Arm>> arms() {
        Arbitrary<Double> unit = Arbitraries.doubles().between(0, 1);
        return Combinators.combine(
                        Arbitraries.integers().between(1, 60),
                        Arbitraries.integers().between(0, 60),
                        unit,
                        Arbitraries.doubles().between(0.01, 0.25))
                .as((scored, missing, mean, variance) -> new WorstCase.Arm(0, scored, missing, mean, variance))
                .list()
                .ofMinSize(2)
                .ofMaxSize(7)
                .map(BoundsLawsTest::spread);
    }

    /** The same a third of a unit of temperature apart. */
    private static List<WorstCase.Arm> spread(List<WorstCase.Arm> arms) {
        return IntStream.range(0, arms.size())
                .mapToObj(j -> new WorstCase.Arm(
                        (j + 1) / 3.0,
                        arms.get(j).scored(),
                        arms.get(j).missing(),
                        arms.get(j).mean(),
                        arms.get(j).variance()))
                .toList();
    }

    private static double slope(List<WorstCase.Arm> arms, double[] means) {
        double n = 0;
        double t = 0;
        for (WorstCase.Arm arm : arms) {
            n += arm.scored() + arm.missing();
            t += (arm.scored() + arm.missing()) * arm.temperature();
        }
        double spread = 0;
        double product = 0;
        for (int j = 0; j < means.length; j++) {
            double weight = arms.get(j).scored() + arms.get(j).missing();
            double away = arms.get(j).temperature() - t / n;
            spread += weight * away * away;
            product += weight * away * means[j];
        }
        return product / spread;
    }
}
