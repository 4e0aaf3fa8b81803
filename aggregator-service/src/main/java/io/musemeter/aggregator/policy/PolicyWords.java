package io.musemeter.aggregator.policy;

import io.musemeter.events.correlation.Assignment;
import io.musemeter.events.correlation.Correlation;
import io.musemeter.statistics.policy.Policy;
import io.musemeter.statistics.policy.PolicyDifference;
import io.musemeter.statistics.sequence.ConfidenceInterval;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The answer to a question about policies in words. */
final class PolicyWords {
    private PolicyWords() {}

    static String sentence(
            Correlation series,
            PolicyQuestion question,
            PolicyDifference difference,
            PolicyAnswer.@Nullable Decision decision) {
        ConfidenceInterval interval = difference.atAnyTime();
        String first = String.format(
                Locale.ROOT,
                "%s would change by %+.3g at %s instead of %s (95 %% at any time %+.3g to %+.3g, n %d)",
                series.logarithmic()
                        ? "the logarithm of " + series.series().metric()
                        : series.series().metric(),
                interval.estimate(),
                words(question.to()),
                words(question.from()),
                interval.low(),
                interval.high(),
                difference.n());
        return first
                + (decision == null ? "" : "; " + verdict(decision))
                + (difference.truncatedShare() > 0
                        ? String.format(
                                Locale.ROOT, "; %.1f %% of the weights were cut", 100 * difference.truncatedShare())
                        : "")
                + epochs(series);
    }

    private static String epochs(Correlation series) {
        Assignment assignment = series.overTime().assignment();
        Integer epochs = assignment == null ? null : assignment.epochs();
        return epochs == null || epochs < 2
                ? ""
                : String.format(Locale.ROOT, "; over %d response models or exemplars together", epochs);
    }

    private static String verdict(PolicyAnswer.Decision decision) {
        return switch (decision.decision()) {
            case "non-inferior" -> String.format(Locale.ROOT, "not worse by %.3g or more", decision.margin());
            case "worse" -> String.format(Locale.ROOT, "worse by more than %.3g", decision.margin());
            default ->
                decision.storiesUntil() == null
                        ? "cannot be decided yet, nor foreseen when"
                        : String.format(
                                Locale.ROOT,
                                "cannot be decided yet; after some %d more stories it should be",
                                decision.storiesUntil());
        };
    }

    private static String words(Policy policy) {
        if (policy.shares().size() == 1) {
            return "T = " + policy.shares().firstKey().canonical();
        }
        return policy.shares().entrySet().stream()
                .map(entry -> String.format(
                        Locale.ROOT, "T = %s (%.3g)", entry.getKey().canonical(), entry.getValue()))
                .collect(Collectors.joining(" or "));
    }
}
