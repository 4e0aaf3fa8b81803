package io.musemeter.events.correlation;

/**
 * What became of the stories of a series in one window.
 *
 * @param scored stories with a value
 * @param unscorable stories that the metric has no value for
 * @param failed stories that the scorer failed on
 * @param late scores that came more than a day behind their series and changed nothing, since the series began
 */
public record Counts(long scored, long unscorable, long failed, long late) {
    /** Stories accounted for. */
    public long accounted() {
        return scored + unscorable + failed;
    }
}
