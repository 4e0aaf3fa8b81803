package io.musemeter.statistics.multiplicity;

import java.util.OptionalInt;

/**
 * Evidence for an effect gathered over disjoint panes of time: the product of their e-values, a test martingale, and the pane at
 * which it first reached 1/α. Unlike a rolling p-value it does not cross its threshold sooner or later on nothing. A pane's
 * e-value stays above {@value #FLOOR_PERCENT} % of 1 by betting only a part, so that one quiet pane cannot wipe out what is known.
 *
 * @param logProduct natural logarithm of the product
 * @param panes panes taken in
 * @param alpha rate of false alarms over all time
 * @param since position of the first pane at which the threshold was reached
 */
public record EvidenceSince(double logProduct, int panes, double alpha, OptionalInt since) {

    private static final int FLOOR_PERCENT = 50;
    private static final double STAKE = 1 - FLOOR_PERCENT / 100.0;

    /**
     * No evidence yet.
     *
     * @throws IllegalArgumentException when alpha is outside (0, 1)
     */
    public static EvidenceSince none(double alpha) {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("alpha: " + alpha + " is outside (0, 1)");
        }
        return new EvidenceSince(0, 0, alpha, OptionalInt.empty());
    }

    /**
     * Takes in one more pane's p-value, which must rest on data of no other pane and be uniform when nothing is there: with fewer than
     * five texts a temperature it is not, see {@link PanePool}.
     */
    public EvidenceSince next(double p) {
        double eValue = 1 - STAKE + STAKE * EValues.fromP(p);
        double product = logProduct + Math.log(eValue);
        boolean reached = since.isEmpty() && product >= -Math.log(alpha);
        return new EvidenceSince(product, panes + 1, alpha, reached ? OptionalInt.of(panes) : since);
    }

    /** Whether the threshold was ever reached. */
    public boolean alarmed() {
        return since.isPresent();
    }
}
