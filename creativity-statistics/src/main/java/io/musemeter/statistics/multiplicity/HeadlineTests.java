package io.musemeter.statistics.multiplicity;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * The tests of one series that can decide its verdict, as p-values or, once judged together with those of the other series of the
 * same window and tick, as q-values.
 *
 * <p>Nothing else joins the family: manipulation checks are no hypotheses about a model, and other coefficients say the same again.
 * A turning point joins only where its test could decide. To leave the others out without a bias, a test counts when
 * {@code p <= τ} and then as {@code p/τ} (Zhao, Small and Su 2019): below τ a p-value of the two-lines test of nothing is no more
 * often small than chance.
 *
 * @param slope of the headline slope; empty when there is none
 * @param turn of a turning point; empty when none could decide
 */
public record HeadlineTests(OptionalDouble slope, OptionalDouble turn) {

    /** No test: of a manipulation check, or of a series that gives no slope. */
    public static final HeadlineTests NONE = new HeadlineTests(OptionalDouble.empty(), OptionalDouble.empty());

    /** Tests of a turning point with a p-value above this are left out of the family. */
    public static final double DISCARD_ABOVE = 0.2;

    /**
     * Tests of a series that has a headline slope.
     *
     * @param slope p-value of the slope
     * @param turn p-value of a turning point, when the curve may have one
     */
    public static HeadlineTests of(double slope, OptionalDouble turn) {
        OptionalDouble counted = turn.isPresent() && turn.getAsDouble() <= DISCARD_ABOVE
                ? OptionalDouble.of(turn.getAsDouble() / DISCARD_ABOVE)
                : OptionalDouble.empty();
        return new HeadlineTests(OptionalDouble.of(slope), counted);
    }

    /**
     * The q-values of one window and tick, by Benjamini and Hochberg (1995) over all tests of all series.
     *
     * @param family p-values of each series
     * @return q-values in the order given, present where the p-values are
     * @throws IllegalArgumentException when a p-value is outside [0, 1]
     */
    public static List<HeadlineTests> qValues(List<HeadlineTests> family) {
        double[] q = BenjaminiHochberg.qValues(family.stream()
                .flatMapToDouble(tests -> DoubleStream.concat(tests.slope().stream(), tests.turn().stream()))
                .toArray());
        List<HeadlineTests> judged = new ArrayList<>();
        int next = 0;
        for (HeadlineTests tests : family) {
            OptionalDouble slope = tests.slope().isPresent() ? OptionalDouble.of(q[next++]) : OptionalDouble.empty();
            OptionalDouble turn = tests.turn().isPresent() ? OptionalDouble.of(q[next++]) : OptionalDouble.empty();
            judged.add(new HeadlineTests(slope, turn));
        }
        return List.copyOf(judged);
    }

    /** The q-values of a series looked at alone. */
    public HeadlineTests alone() {
        return qValues(List.of(this)).get(0);
    }

    /** Whether the slope, as a q-value, is a discovery at this rate. */
    public boolean finds(double rate) {
        return slope.isPresent() && slope.getAsDouble() <= rate;
    }
}
