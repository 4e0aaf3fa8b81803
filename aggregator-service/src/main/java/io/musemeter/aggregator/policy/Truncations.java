package io.musemeter.aggregator.policy;

import io.musemeter.events.correlation.Assignment;
import io.musemeter.statistics.Answer;
import io.musemeter.statistics.policy.AssignedArm;
import io.musemeter.statistics.policy.PolicyDifference;
import io.musemeter.statistics.sequence.ConfidenceInterval;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How many more stories another policy would have cut by the bound on their tokens: the same estimator, of a value that is 1 or 0. */
final class Truncations {
    private static final double POINTS = 100;

    private Truncations() {}

    /** The difference in percentage points, or why there is none. */
    static Answer<PolicyAnswer.Interval> difference(@Nullable Assignment assignment, PolicyQuestion question) {
        List<AssignedArm> arms = assignment == null
                ? List.of()
                : assignment.truncation().stream().map(PolicyAnswer::arm).toList();
        if (arms.isEmpty()) {
            return Answer.unknown(Answer.Reason.NO_DATA, "which stories were truncated is not known");
        }
        if (arms.stream().allMatch(arm -> arm.mean() == 0)) {
            return Answer.unknown(Answer.Reason.NO_VARIANCE, "no scored story was truncated");
        }
        return PolicyDifference.of(arms, question.from(), question.to()).map(found -> points(found.atAnyTime()));
    }

    /** The end of the sentence: nothing where there is no difference to tell. */
    static String words(Answer<PolicyAnswer.Interval> difference) {
        return difference
                .map(found -> String.format(
                        Locale.ROOT,
                        "; truncated %+.1f points (95 %% at any time %+.1f to %+.1f)",
                        found.estimate(),
                        found.low(),
                        found.high()))
                .value()
                .orElse("");
    }

    private static PolicyAnswer.Interval points(ConfidenceInterval share) {
        return new PolicyAnswer.Interval(POINTS * share.estimate(), POINTS * share.low(), POINTS * share.high());
    }
}
