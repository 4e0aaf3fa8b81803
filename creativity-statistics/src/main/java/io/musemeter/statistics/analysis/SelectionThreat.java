package io.musemeter.statistics.analysis;

import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.missing.Trend;
import java.util.Locale;
import java.util.Optional;

/** Whether what is missing could have made the headline. */
final class SelectionThreat {

    private static final double ALPHA = 0.01;
    private static final double LEAST_SHARE = 0.02;

    private SelectionThreat() {}

    static Optional<String> of(Analysis analysis) {
        Optional<String> unscored = analysis.missingness()
                .unscored()
                .value()
                .filter(SelectionThreat::matters)
                .filter(trend -> !signStands(analysis))
                .map(trend -> words("stories without a score", trend));
        if (unscored.isPresent() || analysis.config().truncatedStories()) {
            return unscored;
        }
        return analysis.missingness()
                .cutOff()
                .value()
                .filter(SelectionThreat::matters)
                .filter(trend -> truncationDecides(analysis))
                .map(trend ->
                        words("truncated stories, which the headline leaves out and which would change it,", trend));
    }

    private static boolean matters(Trend trend) {
        return trend.p() < ALPHA && trend.share() >= LEAST_SHARE;
    }

    /**
     * Whether the worst case leaves the headline its sign: then what is missing cannot have made it. Truncated stories have their own
     * test, so their scores count here.
     */
    private static boolean signStands(Analysis analysis) {
        return analysis.slope()
                .then(slope -> analysis.missingness().worstCaseOfAll().map(bounds -> bounds.leaveTheSignOf(slope)))
                .value()
                .orElse(false);
    }

    private static boolean truncationDecides(Analysis analysis) {
        Optional<Estimate> without = analysis.slope().value();
        Optional<Estimate> with = analysis.slopeWithTruncated().value();
        return without.isPresent()
                && with.isPresent()
                && Math.signum(without.get().nearestToZero())
                        != Math.signum(with.get().nearestToZero());
    }

    private static String words(String what, Trend trend) {
        return String.format(
                Locale.ROOT,
                "%s grow %s with temperature (%.1f %% of all, trend p %.2g)",
                what,
                trend.z() > 0 ? "more frequent" : "rarer",
                100 * trend.share(),
                trend.p());
    }
}
