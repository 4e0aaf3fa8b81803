package io.musemeter.scorer.likelihood;

/**
 * Mean share of a token's probability after temperature that lies outside the candidates that hold 90 % before: what
 * temperature moved into the tail, which is unreliable (Holtzman, Buys, Du, Forbes and Choi 2020). In [0, 1]; it rises with
 * temperature by construction.
 */
final class LeakedMass extends CandidateMetric {
    LeakedMass() {
        super("leaked_mass");
    }

    @Override
    double value(CandidateMass token, double temperature) {
        return token.leaked(temperature);
    }
}
