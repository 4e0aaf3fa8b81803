package io.musemeter.events.correlation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a series over all its time, whatever the window; its parts stand beside the other fields of a
 * {@link Correlation}. Null where there is nothing to say, with the reason in {@code noAnswer}.
 *
 * @param sequence an interval for the slope that may be looked at at any time
 * @param evidence evidence for an effect since when
 * @param changes what changed, earliest first: at most the last 16
 * @param assignment stories whose temperature was assigned at random; null where none was
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record OverTime(
        @Nullable Sequence sequence,
        @Nullable Evidence evidence,
        List<Change> changes,
        @Nullable Assignment assignment) {
    /** Nothing known. */
    public static final OverTime NONE = new OverTime(null, null, List.of(), null);

    /** Copies the list; what an earlier version wrote has none. */
    @SuppressWarnings("NullAway") // Jackson hands over null where the field is absent.
    public OverTime {
        changes = changes == null ? List.of() : List.copyOf(changes);
    }

    /** The same with its evidence as judged among all series. */
    public OverTime withEvidence(@Nullable Evidence judged) {
        return new OverTime(sequence, judged, changes, assignment);
    }
}
