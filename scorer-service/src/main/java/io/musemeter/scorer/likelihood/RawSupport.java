package io.musemeter.scorer.likelihood;

/**
 * Mean number of candidates that hold 95 % of a token's probability before temperature: between how many words the model
 * hesitates (the nucleus of Holtzman, Buys, Du, Forbes and Choi 2020, counted). At least 1.
 */
final class RawSupport extends CandidateMetric {
    RawSupport() {
        super("raw_support");
    }

    @Override
    double value(CandidateMass token, double temperature) {
        return token.tokensFor(MASS, 1);
    }
}
