package io.musemeter.generator.pressure;

/**
 * What a body weighs in memory while it is read. That is more than its bytes: it is held in several forms at a time, and
 * every value in it becomes an object, however few bytes it took on the wire.
 */
public final class Weights {
    /** Most values of a JSON body, or fields of one in protobuf; eight mebibytes of stories have a third of it. */
    public static final long MOST_VALUES = 500_000;

    /** The bytes as they came, as text, as the record read from them, and as they go to the log. */
    private static final long FORMS = 4;
    /** An object's header, its fields and the reference to it. */
    private static final long BYTES_OF_A_VALUE = 64;

    private Weights() {}

    /** The weight in bytes of a body with so many values. */
    public static long of(long bytes, long values) {
        return FORMS * bytes + BYTES_OF_A_VALUE * values;
    }

    /** The weight in bytes of a JSON text. */
    public static long ofJson(byte[] json) {
        return of(json.length, jsonValues(json));
    }

    /**
     * The weight in bytes of a JSON text that is read whole.
     *
     * @throws TooLargeException when it holds more than {@link #MOST_VALUES} values
     */
    public static long ofBoundedJson(byte[] json) {
        return of(json.length, bounded(jsonValues(json)));
    }

    /** @throws TooLargeException when there are more than {@link #MOST_VALUES} */
    public static long bounded(long values) {
        if (values > MOST_VALUES) {
            throw TooLargeException.values(MOST_VALUES);
        }
        return values;
    }

    /**
     * An upper bound on the number of values in a JSON text: its commas and opening brackets outside strings, and one. It
     * holds for what a strict reader gets out of the text before it finds a fault.
     */
    static long jsonValues(byte[] json) {
        long values = 1;
        boolean quoted = false;
        for (int i = 0; i < json.length; i++) {
            byte b = json[i];
            if (b == '"') {
                quoted = !quoted;
            } else if (quoted) {
                i += b == '\\' ? 1 : 0;
            } else if (b == ',' || b == '[' || b == '{') {
                values++;
            }
        }
        return values;
    }
}
