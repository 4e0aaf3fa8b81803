package io.musemeter.events;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Series by the very bytes that said them; different bytes of one series are merely kept twice. */
final class SeriesPool {
    private static final int MOST = 10_000;

    private final Map<Slice, SeriesKey> known = new HashMap<>();

    /** @throws InvalidEventException when the bytes are no series */
    SeriesKey read(byte[] json, int from, int to) {
        SeriesKey pooled = known.get(new Slice(json, from, to));
        if (pooled != null) {
            return pooled;
        }
        byte[] own = Arrays.copyOfRange(json, from, to);
        SeriesKey series = EventJson.read(own, SeriesKey.class);
        if (known.size() >= MOST) {
            // Foreign bytes must not fill the heap; the series of the day are soon back.
            known.clear();
        }
        known.put(new Slice(own, 0, own.length), series);
        return series;
    }

    /** A range of bytes, compared by content; who makes one leaves the bytes alone. */
    private static final class Slice {
        private final byte[] bytes;
        private final int from;
        private final int to;
        private final int hash;

        Slice(byte[] bytes, int from, int to) {
            this.bytes = bytes;
            this.from = from;
            this.to = to;
            int running = 1;
            for (int i = from; i < to; i++) {
                running = 31 * running + bytes[i];
            }
            hash = running;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Slice slice && Arrays.equals(bytes, from, to, slice.bytes, slice.from, slice.to);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
