package io.musemeter.statistics.analysis;

import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.verdict.Verdict;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An analysis with its verdict.
 *
 * @param analysis the analysis
 * @param q p-value of the headline, adjusted for the tests of all series looked at together; empty when the headline has none
 * @param turnQ the same of a turning point; empty when none could decide
 * @param verdict the verdict
 * @param selected the headline slope with an interval adjusted for having been selected (Benjamini and Yekutieli 2005); empty when
 *     it was not, or was judged alone
 */
public record JudgedAnalysis(
        Analysis analysis, OptionalDouble q, OptionalDouble turnQ, Verdict verdict, Optional<Estimate> selected) {

    /**
     * What series are ranked by: how far from 0 the correlation under the common design surely is, so the end of its interval nearest
     * to 0; 0 when the interval holds 0 or there is none.
     */
    public double certain() {
        return analysis.designStandardised().fold(r -> Math.abs(r.nearestToZero()), unknown -> 0.0);
    }

    JudgedAnalysis withSelected(Estimate adjusted) {
        return new JudgedAnalysis(analysis, q, turnQ, verdict, Optional.of(adjusted));
    }
}
