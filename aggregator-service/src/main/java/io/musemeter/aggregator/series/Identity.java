package io.musemeter.aggregator.series;

import io.musemeter.events.EventJson;
import io.musemeter.events.SeriesKey;
import io.musemeter.statistics.cell.MetricScale;
import java.util.Arrays;

/**
 * What a series is and the scale its cells were begun with, which a later catalogue must not change under them.
 *
 * @param key its components
 * @param scale grid and bins
 */
public record Identity(SeriesKey key, MetricScale scale) {
    private static final byte FORMAT = 1;

    private record Stored(SeriesKey key, boolean logarithmic, double low, double high, int decimals, int bins) {}

    /** A format byte, then JSON. */
    public byte[] encode() {
        byte[] json = EventJson.write(
                new Stored(key, scale.logarithmic(), scale.low(), scale.high(), scale.decimals(), scale.bins()));
        byte[] bytes = new byte[json.length + 1];
        bytes[0] = FORMAT;
        System.arraycopy(json, 0, bytes, 1, json.length);
        return bytes;
    }

    /**
     * Reads its bytes.
     *
     * @throws IllegalArgumentException when they are none
     */
    public static Identity decode(byte[] bytes) {
        if (bytes[0] != FORMAT) {
            throw new IllegalArgumentException("identity: format " + bytes[0] + " is unknown");
        }
        Stored stored = EventJson.read(Arrays.copyOfRange(bytes, 1, bytes.length), Stored.class);
        MetricScale scale = stored.logarithmic()
                ? new MetricScale.Logarithmic(stored.low(), stored.high(), stored.decimals(), stored.bins())
                : new MetricScale.Linear(stored.low(), stored.high(), stored.decimals(), stored.bins());
        return new Identity(stored.key(), scale);
    }
}
