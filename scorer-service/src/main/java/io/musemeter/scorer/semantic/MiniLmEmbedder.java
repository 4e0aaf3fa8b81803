package io.musemeter.scorer.semantic;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.musemeter.events.Hashes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sentence embeddings of 384 dimensions by all-MiniLM-L6-v2 (Reimers and Gurevych 2019; Wang et al. 2020), quantised to
 * 8-bit integers: the mean of the token vectors, scaled to length 1.
 *
 * <p>The model reads 256 tokens. A longer text is cut into windows of that many; its embedding is the mean of theirs,
 * each weighted by its number of tokens, scaled to length 1.
 *
 * <p>Its fingerprint covers the files, the runtime's version and what this processor makes of a probe: where the same text
 * would have another embedding, scores are signed otherwise.
 */
public final class MiniLmEmbedder implements TextEmbedder, AutoCloseable {
    private static final int TOKENS_PER_WINDOW = 256;
    private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
    private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final WordPieces wordPieces;
    private final String fingerprint;

    private MiniLmEmbedder(ByteBuffer model, byte[] tokenizer) throws OrtException {
        this.wordPieces = new WordPieces(tokenizer);
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            // Stories are scored side by side, each on its caller's thread; an arena would keep the largest story's
            // memory.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            this.session = environment.createSession(model, options);
        }
        this.fingerprint = Hashes.ofParts(List.of(
                        sha256(model),
                        sha256(ByteBuffer.wrap(tokenizer)),
                        TOKENS_PER_WINDOW,
                        environment.getVersion(),
                        EmbeddingProbe.fingerprint(text -> embed(text).orElseThrow())))
                .substring(0, 16);
    }

    /** Loads model and tokenizer from the class path. */
    public static MiniLmEmbedder load() {
        try {
            return new MiniLmEmbedder(outsideTheHeap(MODEL), bytes(TOKENIZER));
        } catch (OrtException e) {
            throw new IllegalStateException("the embedding model cannot be loaded", e);
        }
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public Optional<float[]> embed(String text) {
        List<long[]> windows = wordPieces.windows(text, TOKENS_PER_WINDOW);
        if (windows.isEmpty()) {
            return Optional.empty();
        }
        if (windows.size() == 1) {
            return Optional.of(embedWindow(windows.get(0)));
        }
        double[] sum = new double[0];
        for (long[] window : windows) {
            float[] embedding = embedWindow(window);
            if (sum.length == 0) {
                sum = new double[embedding.length];
            }
            for (int i = 0; i < sum.length; i++) {
                sum[i] += (double) window.length * embedding[i];
            }
        }
        return Optional.of(Vectors.normalised(sum));
    }

    @Override
    public void close() {
        wordPieces.close();
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the embedding model cannot be closed", e);
        }
    }

    private float[] embedWindow(long[] ids) {
        long[] shape = {1, ids.length};
        long[] everyToken = new long[ids.length];
        Arrays.fill(everyToken, 1);
        try (OnnxTensor inputIds = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(everyToken), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.allocate(ids.length), shape);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", inputIds, "attention_mask", mask, "token_type_ids", types))) {
            return Vectors.normalised(meanOfRows(((OnnxTensor) result.get(0)).getFloatBuffer(), ids.length));
        } catch (OrtException e) {
            throw new IllegalStateException("the embedding model failed", e);
        }
    }

    private static double[] meanOfRows(FloatBuffer hidden, int rows) {
        int columns = hidden.remaining() / rows;
        double[] mean = new double[columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                mean[column] += hidden.get(row * columns + column) / (double) rows;
            }
        }
        return mean;
    }

    private static ByteBuffer outsideTheHeap(String resource) {
        try (InputStream in = open(resource)) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(32 << 20);
            byte[] chunk = new byte[1 << 16];
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                buffer.put(chunk, 0, n);
            }
            return buffer.flip();
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = open(resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }

    private static InputStream open(String resource) {
        InputStream in = MiniLmEmbedder.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("resource " + resource + " is missing");
        }
        return in;
    }

    private static String sha256(ByteBuffer bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes.duplicate());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
