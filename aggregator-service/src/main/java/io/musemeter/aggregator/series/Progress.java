package io.musemeter.aggregator.series;

import java.nio.ByteBuffer;

/**
 * How far a series or a group of stories has come.
 *
 * @param watermark latest event time counted, in milliseconds since 1970
 * @param lastArrival latest time at which something was counted
 * @param late how many came too late
 */
public record Progress(long watermark, long lastArrival, long late) {
    /** Nothing counted yet. */
    public static final Progress NONE = new Progress(Long.MIN_VALUE / 2, Long.MIN_VALUE / 2, 0);

    private static final byte FORMAT = 1;

    /** One more too late. */
    public Progress withLate() {
        return new Progress(watermark, lastArrival, late + 1);
    }

    /** One more counted. */
    public Progress advancedTo(long time, long arrived) {
        return new Progress(Math.max(watermark, time), Math.max(lastArrival, arrived), late);
    }

    /** Its bytes. */
    public byte[] encode() {
        return ByteBuffer.allocate(1 + 3 * Long.BYTES)
                .put(FORMAT)
                .putLong(watermark)
                .putLong(lastArrival)
                .putLong(late)
                .array();
    }

    /**
     * Reads its bytes.
     *
     * @throws IllegalArgumentException when the format is unknown
     */
    public static Progress decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.get() != FORMAT) {
            throw new IllegalArgumentException("progress: format " + bytes[0] + " is unknown");
        }
        return new Progress(in.getLong(), in.getLong(), in.getLong());
    }
}
