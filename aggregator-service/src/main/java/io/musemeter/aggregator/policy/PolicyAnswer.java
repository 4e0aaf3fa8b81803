package io.musemeter.aggregator.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.musemeter.events.Temperature;
import io.musemeter.events.correlation.Assignment;
import io.musemeter.events.correlation.Change;
import io.musemeter.events.correlation.Correlation;
import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.policy.AssignedArm;
import io.musemeter.statistics.policy.Gate;
import io.musemeter.statistics.policy.Policy;
import io.musemeter.statistics.policy.PolicyDifference;
import io.musemeter.statistics.sequence.ConfidenceInterval;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link PolicyQuestion}: an element of {@code GET /api/policy}. Differences are {@code to - from}, in the metric's
 * unit, or of its natural logarithm where {@code logarithmic}.
 *
 * @param seriesId the series
 * @param metric its metric
 * @param logarithmic whether values are natural logarithms
 * @param from shares of the policy compared with, by temperature
 * @param to shares of the policy in question, by temperature
 * @param hajek the difference by inverse probability weights
 * @param doublyRobust the difference by a line over temperature, corrected by weighted residuals
 * @param atAnyTime the doubly robust difference with an interval that may be looked at at any time
 * @param truncation the difference in the share of truncated stories among the scored ones, in percentage points, doubly robust with
 *     an interval that may be looked at at any time; asymptotic, so rough where few were truncated; null where there is none
 * @param n scored stories with an assigned temperature
 * @param effectiveCount equally weighted stories that would say as much
 * @param truncatedShare share of the stories whose weight was cut, in [0, 1]
 * @param unscoredShare share of the assigned stories without a value, in [0, 1]
 * @param since event time of the first assigned story
 * @param until event time of the last
 * @param epochs response models and exemplars that the stories are of: above 1 the answer is of all of them together, not of the present
 *     one; null where that is not known
 * @param changes what changed in the series, earliest first: another model, serving system or exemplar, or a detector's alarm
 * @param noAnswer why a figure is null, by the figure's name
 * @param gate the decision, where a margin was given
 * @param sentence the answer in words
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PolicyAnswer(
        String seriesId,
        String metric,
        boolean logarithmic,
        Map<String, Double> from,
        Map<String, Double> to,
        @Nullable Interval hajek,
        @Nullable Interval doublyRobust,
        @Nullable Interval atAnyTime,
        @Nullable Interval truncation,
        long n,
        @Nullable Double effectiveCount,
        @Nullable Double truncatedShare,
        @Nullable Double unscoredShare,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable Integer epochs,
        List<Change> changes,
        Map<String, String> noAnswer,
        @Nullable Decision gate,
        String sentence) {

    /** Copies the collections. */
    public PolicyAnswer {
        changes = List.copyOf(changes);
        noAnswer = Map.copyOf(noAnswer);
    }

    /** An estimate with its 95 % interval. */
    public record Interval(double estimate, double low, double high) {}

    /**
     * Whether the policy may be taken.
     *
     * @param decision {@code non-inferior}, {@code worse} or {@code not-yet}
     * @param margin how much worse is still no loss
     * @param expected the decision that is to be expected; null where one is made or none can be foreseen
     * @param storiesUntil further scored stories until then
     * @param expectedAt when that will be at the present rate
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Decision(
            String decision,
            double margin,
            @Nullable String expected,
            @Nullable Long storiesUntil,
            @Nullable Instant expectedAt) {}

    /**
     * Answers a question.
     *
     * @param series the series over all its time
     * @param question about that series
     */
    public static PolicyAnswer of(Correlation series, PolicyQuestion question) {
        Assignment assignment = series.overTime().assignment();
        List<AssignedArm> arms = assignment == null
                ? List.of()
                : assignment.arms().stream().map(PolicyAnswer::arm).toList();
        Answer<PolicyDifference> answer = PolicyDifference.of(arms, question.from(), question.to());
        return answer.fold(
                known -> known(series, assignment, question, known),
                unknown -> new PolicyAnswer(
                        series.seriesId(),
                        series.series().metric(),
                        series.logarithmic(),
                        shares(question.from()),
                        shares(question.to()),
                        null,
                        null,
                        null,
                        null,
                        arms.stream().mapToLong(AssignedArm::n).sum(),
                        null,
                        null,
                        null,
                        assignment == null ? null : assignment.since(),
                        assignment == null ? null : assignment.until(),
                        assignment == null ? null : assignment.epochs(),
                        series.overTime().changes(),
                        Map.of("truncation", unknown.detail()),
                        null,
                        "No answer: " + unknown.detail() + "."));
    }

    private static PolicyAnswer known(
            Correlation series, @Nullable Assignment assignment, PolicyQuestion question, PolicyDifference difference) {
        Answer<Interval> truncation = Truncations.difference(assignment, question);
        Decision decision = assignment == null
                ? null
                : decision(difference, assignment, question.margin(), question.higherIsBetter());
        return new PolicyAnswer(
                series.seriesId(),
                series.series().metric(),
                series.logarithmic(),
                shares(question.from()),
                shares(question.to()),
                interval(difference.hajek()),
                interval(difference.doublyRobust()),
                interval(difference.atAnyTime()),
                truncation.value().orElse(null),
                difference.n(),
                difference.effectiveCount(),
                difference.truncatedShare(),
                difference.unscoredShare(),
                assignment == null ? null : assignment.since(),
                assignment == null ? null : assignment.until(),
                assignment == null ? null : assignment.epochs(),
                series.overTime().changes(),
                truncation.fold(found -> Map.of(), unknown -> Map.of("truncation", unknown.detail())),
                decision,
                PolicyWords.sentence(series, question, difference, decision) + Truncations.words(truncation));
    }

    private static @Nullable Decision decision(
            PolicyDifference difference, Assignment assignment, OptionalDouble margin, boolean higherIsBetter) {
        if (margin.isEmpty()) {
            return null;
        }
        Gate gate = Gate.of(difference, margin.getAsDouble(), higherIsBetter);
        Gate.Forecast forecast = gate.forecast().orElse(null);
        return new Decision(
                name(gate.decision()),
                gate.margin(),
                forecast == null ? null : name(forecast.decision()),
                forecast == null ? null : forecast.stories(),
                forecast == null ? null : at(assignment, difference.stories(), forecast.stories()));
    }

    /** When so many more stories will have come, at the rate at which they came; null before there is a rate. */
    private static @Nullable Instant at(Assignment assignment, long n, long stories) {
        long took = assignment.until().toEpochMilli() - assignment.since().toEpochMilli();
        double millis = took / (double) n * stories;
        return took <= 0 || millis > Integer.MAX_VALUE * 1_000.0
                ? null
                : assignment.until().plusMillis(Math.round(millis));
    }

    private static String name(Gate.Decision decision) {
        return switch (decision) {
            case NON_INFERIOR -> "non-inferior";
            case WORSE -> "worse";
            case NOT_YET -> "not-yet";
        };
    }

    private static Interval interval(Estimate estimate) {
        return new Interval(estimate.estimate(), estimate.low(), estimate.high());
    }

    private static Interval interval(ConfidenceInterval interval) {
        return new Interval(interval.estimate(), interval.low(), interval.high());
    }

    private static Map<String, Double> shares(Policy policy) {
        Map<String, Double> shares = new LinkedHashMap<>();
        policy.shares().forEach((temperature, share) -> shares.put(temperature.canonical(), share));
        return shares;
    }

    static AssignedArm arm(Assignment.Arm arm) {
        return new AssignedArm(
                temperature(arm.temperature()),
                arm.n(),
                arm.truncated(),
                arm.unscored(),
                arm.weight(),
                arm.weightSquares(),
                arm.mean(),
                arm.lean(),
                arm.spread(),
                arm.stories() == null ? arm.n() : arm.stories());
    }

    private static io.musemeter.statistics.cell.Temperature temperature(Temperature wire) {
        return io.musemeter.statistics.cell.Temperature.of(wire.value());
    }
}
