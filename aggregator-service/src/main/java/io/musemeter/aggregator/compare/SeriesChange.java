package io.musemeter.aggregator.compare;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.musemeter.events.correlation.Change;
import io.musemeter.events.correlation.Correlation;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A change in one of several series that are seen together: whoever reads their figures is to know that they may be of two models.
 *
 * @param seriesId the series
 * @param change what changed and when; its components stand beside the id
 */
public record SeriesChange(String seriesId, @JsonUnwrapped Change change) {

    /** What changed in these series, earliest first, each named once; an absent series has no changes. */
    static List<SeriesChange> of(@Nullable Correlation... answers) {
        return of(Stream.of(answers).filter(Objects::nonNull).distinct().toList());
    }

    /** What changed in these series, earliest first. */
    static List<SeriesChange> of(List<Correlation> answers) {
        return answers.stream()
                .flatMap(answer ->
                        answer.overTime().changes().stream().map(change -> new SeriesChange(answer.seriesId(), change)))
                .sorted(Comparator.comparing(
                                (SeriesChange each) -> each.change().at())
                        .thenComparing(SeriesChange::seriesId))
                .toList();
    }
}
