package io.musemeter.events.correlation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Evidence for an effect gathered over disjoint days: unlike a rolling p-value it does not cross its threshold sooner or later on
 * nothing.
 *
 * @param logE natural logarithm of the e-value: the product of those of all panes
 * @param panes panes taken in, each of one or more whole days (UTC) that can no longer change
 * @param since start of the first pane at which the e-value reached 1/.05; null while it never did
 * @param until end of the last pane taken in; null before the first
 * @param epochs response models and exemplars that the panes are of: above 1 the evidence is for an effect under some of them, not for
 *     one under the present; null in what an earlier version wrote
 * @param discovered whether e-BH over all series calls it a discovery; null in the topic, joined in by the view
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Evidence(
        double logE,
        int panes,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable Integer epochs,
        @Nullable Boolean discovered) {
    /** The same as judged among all series. */
    public Evidence judged(boolean discovery) {
        return new Evidence(logE, panes, since, until, epochs, discovery);
    }
}
