package io.musemeter.events.embedding;

import io.musemeter.events.InvalidEventException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A vector of 1 to 4,096 finite components, with its wire form: base64 of float32, little endian. */
public final class EmbeddingVector {
    private static final String FIELD = "vector";
    private static final int MOST_COMPONENTS = 4_096;

    private final float[] components;

    private EmbeddingVector(float[] components) {
        this.components = components;
    }

    /**
     * A vector of these components.
     *
     * @throws InvalidEventException when there are none or too many, or one is not finite
     */
    public static EmbeddingVector of(float[] components) {
        return checked(components.clone());
    }

    /**
     * Reads the wire form.
     *
     * @throws InvalidEventException when it is no base64 of 1 to 4,096 finite numbers
     */
    public static EmbeddingVector decode(byte @Nullable [] base64) {
        if (base64 == null) {
            throw new InvalidEventException(FIELD, "is required");
        }
        // Judged before anything is made of it: four characters hold three bytes.
        if (base64.length > MOST_COMPONENTS * Float.BYTES / 3 * 4 + 8) {
            throw new InvalidEventException(FIELD, "is longer than " + MOST_COMPONENTS + " components");
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new InvalidEventException(FIELD, "is not base64");
        }
        if (bytes.length % Float.BYTES != 0) {
            throw new InvalidEventException(FIELD, "is not a whole number of float32 components");
        }
        float[] components = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(components);
        return checked(components);
    }

    /** The wire form. */
    public byte[] encode() {
        ByteBuffer bytes = ByteBuffer.allocate(components.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(components);
        return Base64.getEncoder().encode(bytes.array());
    }

    /** Number of components. */
    public int dimensions() {
        return components.length;
    }

    /** A copy of the components. */
    public float[] components() {
        return components.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EmbeddingVector vector && Arrays.equals(components, vector.components);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(components);
    }

    @Override
    public String toString() {
        return "EmbeddingVector[" + components.length + " components]";
    }

    private static EmbeddingVector checked(float[] components) {
        if (components.length == 0 || components.length > MOST_COMPONENTS) {
            throw new InvalidEventException(FIELD, "must have 1 to " + MOST_COMPONENTS + " components");
        }
        for (float component : components) {
            if (!Float.isFinite(component)) {
                throw new InvalidEventException(FIELD, "must have finite components");
            }
        }
        return new EmbeddingVector(components);
    }
}
