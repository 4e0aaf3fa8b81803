package io.musemeter.scorer.likelihood;

/**
 * Mean number of candidates that hold 95 % of a token's probability after temperature, before truncation: between how many
 * words is drawn (the nucleus of Holtzman, Buys, Du, Forbes and Choi 2020, counted). At least 1; it rises with temperature by
 * construction.
 */
final class TemperedSupport extends CandidateMetric {
    TemperedSupport() {
        super("tempered_support");
    }

    @Override
    double value(CandidateMass token, double temperature) {
        return token.tokensFor(MASS, temperature);
    }
}
