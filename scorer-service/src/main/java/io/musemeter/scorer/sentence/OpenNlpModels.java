package io.musemeter.scorer.sentence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Loads OpenNLP's models from the class path, with a hash to sign scores with. */
public final class OpenNlpModels {
    private static final int DIGITS = 16;

    private OpenNlpModels() {}

    /**
     * A model and the leading hexadecimal digits of its file's SHA-256.
     *
     * @param model the model
     * @param fingerprint 16 digits
     */
    public record Loaded<M>(M model, String fingerprint) {}

    /** Makes a model of a file's content. */
    @FunctionalInterface
    public interface Reader<M> {
        /** The model. */
        M read(InputStream content) throws IOException;
    }

    /**
     * The model in that resource.
     *
     * @throws IllegalStateException when there is no such resource
     * @throws UncheckedIOException when it holds no such model
     */
    public static <M> Loaded<M> load(String resource, Reader<M> reader) {
        try (InputStream in = OpenNlpModels.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource " + resource + " is missing");
            }
            byte[] content = in.readAllBytes();
            return new Loaded<>(reader.read(new ByteArrayInputStream(content)), sha256(content));
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }

    private static String sha256(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
