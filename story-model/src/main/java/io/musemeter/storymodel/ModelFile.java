package io.musemeter.storymodel;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;

/**
 * Reads a model file: big-endian; magic {@code MUSESTRY}, format version, name, shape, held-out loss, merges, one byte a token that says whether it
 * occurs in the training text, the tensors in half precision, and the SHA-256 of all that. {@code training/export.py} writes it.
 */
final class ModelFile {

    private static final byte[] MAGIC = {'M', 'U', 'S', 'E', 'S', 'T', 'R', 'Y'};
    private static final int VERSION = 1;
    private static final int DIGEST = 32;

    private ModelFile() {}

    /** @throws ModelFileException when the bytes are no model file, of another version, damaged or cut short */
    static StoryModel read(byte[] file) {
        if (file.length < MAGIC.length + DIGEST || !Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new ModelFileException("not a story model: the file does not begin with MUSESTRY");
        }
        byte[] body = Arrays.copyOf(file, file.length - DIGEST);
        byte[] digest = sha256(body);
        if (!Arrays.equals(digest, 0, DIGEST, file, body.length, file.length)) {
            throw new ModelFileException("the story model is damaged: its SHA-256 differs from the one stored with it");
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(body))) {
            in.skipNBytes(MAGIC.length);
            return read(in, HexFormat.of().formatHex(digest));
        } catch (IOException | IllegalArgumentException e) {
            throw new ModelFileException("the story model cannot be read: " + e.getMessage(), e);
        }
    }

    private static StoryModel read(DataInputStream in, String fingerprint) throws IOException {
        int version = in.readInt();
        if (version != VERSION) {
            throw new ModelFileException("story model format version " + version + " is not " + VERSION);
        }
        String name = in.readUTF();
        Shape shape = new Shape(in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt());
        double loss = in.readDouble();
        double bitsPerByte = in.readDouble();
        int[][] merges = new int[shape.vocabulary() - Tokenizer.BYTES - Tokenizer.SPECIALS][];
        for (int i = 0; i < merges.length; i++) {
            merges[i] = new int[] {in.readUnsignedShort(), in.readUnsignedShort()};
        }
        byte[] occurs = in.readNBytes(shape.vocabulary());
        int[] drawable =
                IntStream.range(0, occurs.length).filter(t -> occurs[t] != 0).toArray();
        Weights weights = weights(in, shape);
        if (in.available() > 0) {
            throw new ModelFileException("the story model has " + in.available() + " bytes too many");
        }
        ModelCard card = new ModelCard(
                name, fingerprint, shape.parameters(), shape.vocabulary(), shape.context(), loss, bitsPerByte);
        return new StoryModel(card, shape, weights, new Tokenizer(merges), drawable);
    }

    private static Weights weights(DataInputStream in, Shape s) throws IOException {
        int square = s.width() * s.width();
        int wide = s.hidden() * s.width();
        float[] embedding = tensor(in, s.vocabulary() * s.width());
        float[] attention = tensor(in, s.layers() * 4 * square);
        float[] gateUp = tensor(in, s.layers() * 2 * wide);
        float[] down = tensor(in, s.layers() * wide);
        float[] norms = tensor(in, (2 * s.layers() + 1) * s.width());
        float[] sharpness = tensor(in, s.layers() * s.heads());
        Weights.Block[] blocks = new Weights.Block[s.layers()];
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = new Weights.Block(
                    part(norms, 2 * i, s.width()),
                    Weights.transposed(attention, 4 * i * square, 3 * s.width(), s.width()),
                    part(sharpness, i, s.heads()),
                    Weights.transposed(attention, (4 * i + 3) * square, s.width(), s.width()),
                    part(norms, 2 * i + 1, s.width()),
                    Weights.transposed(gateUp, 2 * i * wide, 2 * s.hidden(), s.width()),
                    Weights.transposed(down, i * wide, s.width(), s.hidden()));
        }
        float[][] tokens = IntStream.range(0, s.vocabulary())
                .mapToObj(t -> part(embedding, t, s.width()))
                .toArray(float[][]::new);
        float[][] unembedding = Weights.transposed(embedding, 0, s.vocabulary(), s.width());
        return new Weights(tokens, unembedding, blocks, part(norms, 2 * s.layers(), s.width()));
    }

    private static float[] part(float[] tensor, int index, int length) {
        return Arrays.copyOfRange(tensor, index * length, (index + 1) * length);
    }

    private static float[] tensor(DataInputStream in, int length) throws IOException {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = HalfPrecision.toFloat(in.readShort());
        }
        return values;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
