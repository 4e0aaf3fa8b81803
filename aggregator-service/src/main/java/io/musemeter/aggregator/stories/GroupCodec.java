package io.musemeter.aggregator.stories;

import io.musemeter.events.EventJson;
import io.musemeter.events.correlation.StoryGroup;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The stored form of a group: a format byte, then the value. */
public final class GroupCodec {
    private static final byte FORMAT = 1;

    private GroupCodec() {}

    static byte[] identity(StoryGroup group) {
        byte[] json = EventJson.write(group);
        return ByteBuffer.allocate(json.length + 1).put(FORMAT).put(json).array();
    }

    /**
     * Reads a group's identity.
     *
     * @throws IllegalArgumentException when the format is unknown
     */
    public static StoryGroup identity(byte[] bytes) {
        check(bytes);
        return EventJson.read(Arrays.copyOfRange(bytes, 1, bytes.length), StoryGroup.class);
    }

    static byte[] count(long stories) {
        return ByteBuffer.allocate(1 + Long.BYTES).put(FORMAT).putLong(stories).array();
    }

    static long count(byte[] bytes) {
        check(bytes);
        return ByteBuffer.wrap(bytes).getLong(1);
    }

    private static void check(byte[] bytes) {
        if (bytes[0] != FORMAT) {
            throw new IllegalArgumentException("stories: format " + bytes[0] + " is unknown");
        }
    }
}
