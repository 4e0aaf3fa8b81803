package io.musemeter.aggregator.state;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * Key of one small piece of state: whose it is, what kind of piece, and which one of the kind.
 *
 * @param owner 128 bits in lower-case hexadecimal: a series or a group of stories
 * @param kind what the piece is
 * @param first tells pieces of one kind apart, for example a pane's window
 * @param second tells them further apart, for example a pane's start
 * @param third tells them further apart, for example a number
 */
public record StateKey(String owner, Kind kind, int first, long second, long third) {
    private static final int LENGTH = 16 + 1 + 1 + Long.BYTES + Long.BYTES;
    private static final HexFormat HEX = HexFormat.of();

    /** What a piece of state is. The order is part of the format. */
    public enum Kind {
        /** Components of the owner's identity. */
        IDENTITY,
        /** Watermark and counters. */
        PROGRESS,
        /** Cells of one pane, or stories of one pane and temperature. */
        PANE,
        /** Identities counted so far. */
        SEEN,
        /** Models that answered, and since when. */
        MODELS,
        /** Cells of one response model. */
        EPOCH,
        /** Stories whose temperature was assigned at random. */
        ASSIGNED,
        /** Cells of one day that can still change. */
        DAY,
        /** Evidence gathered over days that cannot. */
        EVIDENCE,
        /** What watches for changes. */
        WATCH;

        private static final Kind[] ALL = values();
    }

    /** The only piece of its kind. */
    public static StateKey of(String owner, Kind kind) {
        return new StateKey(owner, kind, 0, 0, 0);
    }

    /** The key's bytes. */
    public byte[] toBytes() {
        return ByteBuffer.allocate(LENGTH)
                .put(HEX.parseHex(owner))
                .put((byte) kind.ordinal())
                .put((byte) first)
                .putLong(second)
                .putLong(third)
                .array();
    }

    /**
     * Reads a key's bytes.
     *
     * @throws IllegalArgumentException when they are no key
     */
    public static StateKey fromBytes(byte[] bytes) {
        if (bytes.length != LENGTH || bytes[16] < 0 || bytes[16] >= Kind.ALL.length) {
            throw new IllegalArgumentException("state key of " + bytes.length + " bytes is not of this format");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte[] owner = new byte[16];
        in.get(owner);
        return new StateKey(HEX.formatHex(owner), Kind.ALL[in.get()], in.get(), in.getLong(), in.getLong());
    }
}
