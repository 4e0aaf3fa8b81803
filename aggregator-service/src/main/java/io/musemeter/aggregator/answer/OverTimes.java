package io.musemeter.aggregator.answer;

import io.musemeter.aggregator.series.Findings;
import io.musemeter.aggregator.series.History;
import io.musemeter.events.Temperature;
import io.musemeter.events.correlation.Assignment;
import io.musemeter.events.correlation.Change;
import io.musemeter.events.correlation.Evidence;
import io.musemeter.events.correlation.OverTime;
import io.musemeter.events.correlation.Sequence;
import io.musemeter.statistics.policy.AssignedArm;
import io.musemeter.statistics.sequence.ConfidenceInterval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What is known of a series over all its time, in the form of the wire. */
final class OverTimes {
    private static final int MOST_CHANGES = 16;

    private OverTimes() {}

    static OverTime of(History history, Figures figures) {
        return new OverTime(
                sequence(history, figures), evidence(history, figures), changes(history), assignment(history, figures));
    }

    private static @Nullable Sequence sequence(History history, Figures figures) {
        History.Sequence known = figures.orReason("sequence", history.sequence());
        if (known == null) {
            return null;
        }
        ConfidenceInterval interval = known.interval();
        return new Sequence(
                interval.estimate(),
                interval.low(),
                interval.high(),
                interval.observations(),
                Instant.ofEpochMilli(known.sinceMillis()),
                began(known.began()),
                interval.guarantee() == ConfidenceInterval.Guarantee.NON_ASYMPTOTIC ? "non-asymptotic" : "asymptotic");
    }

    private static @Nullable Evidence evidence(History history, Figures figures) {
        Findings findings = history.findings().orElse(null);
        if (findings == null) {
            figures.missing("evidence", "a finite source has no days that follow one another");
            return null;
        }
        return new Evidence(
                findings.evidence().logProduct(),
                findings.evidence().panes(),
                instant(findings.sinceMillis()),
                instant(findings.untilMillis()),
                history.epochsOfEvidence(),
                null);
    }

    private static List<Change> changes(History history) {
        List<Change> all = new ArrayList<>();
        history.findings().ifPresent(findings -> findings.alarms().forEach(alarm -> all.add(change(alarm))));
        history.switches()
                .forEach(each -> all.add(
                        new Change(kind(each.what()), Instant.ofEpochMilli(each.atMillis()), null, each.name())));
        all.sort(Comparator.comparing(Change::at).thenComparing(Change::kind));
        return all.subList(Math.max(0, all.size() - MOST_CHANGES), all.size());
    }

    private static String began(History.Began why) {
        return switch (why) {
            case WITH_SERIES -> "begin";
            case RESPONSE_MODEL -> Change.Kind.RESPONSE_MODEL.text();
            case EXEMPLAR -> Change.Kind.EXEMPLAR.text();
        };
    }

    private static Change.Kind kind(History.Exchanged what) {
        return switch (what) {
            case RESPONSE_MODEL -> Change.Kind.RESPONSE_MODEL;
            case FINGERPRINT -> Change.Kind.FINGERPRINT;
            case EXEMPLAR -> Change.Kind.EXEMPLAR;
        };
    }

    private static Change change(Findings.Alarm alarm) {
        return new Change(
                alarm.relation() ? Change.Kind.RELATION : Change.Kind.LEVEL,
                Instant.ofEpochMilli(alarm.atMillis()),
                alarm.upward() ? "up" : "down",
                null);
    }

    private static @Nullable Assignment assignment(History history, Figures figures) {
        if (history.assigned().overflown()) {
            figures.missing("assignment", "more than 64 temperatures were assigned");
            return null;
        }
        List<AssignedArm> arms = AssignedArm.of(history.assigned());
        if (arms.isEmpty()) {
            figures.missing("assignment", "no scored story had its temperature assigned at random");
            return null;
        }
        return new Assignment(
                Instant.ofEpochMilli(history.assignedSinceMillis()),
                Instant.ofEpochMilli(history.assignedUntilMillis()),
                history.epochsOfAssigned(),
                arms.stream().map(OverTimes::arm).toList(),
                AssignedArm.of(history.assignedTruncations()).stream()
                        .map(OverTimes::arm)
                        .toList());
    }

    private static Assignment.Arm arm(AssignedArm arm) {
        return new Assignment.Arm(
                Temperature.of(arm.temperature().value()),
                arm.n(),
                arm.truncated(),
                arm.unscored(),
                arm.weight(),
                arm.weightSquares(),
                arm.mean(),
                arm.lean(),
                arm.spread(),
                arm.stories());
    }

    private static @Nullable Instant instant(OptionalLong millis) {
        return millis.isPresent() ? Instant.ofEpochMilli(millis.getAsLong()) : null;
    }
}
