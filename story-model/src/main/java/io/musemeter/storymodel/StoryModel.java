package io.musemeter.storymodel;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A small language model of children's stories, trained from scratch on TinyStories (Eldan and Li 2023). It follows no instructions: it begins a
 * story, or goes on from opening words. Immutable, safe for use by any number of threads.
 */
public final class StoryModel {

    private static final String RESOURCE = "story-model.bin";

    private final ModelCard card;
    private final Shape shape;
    private final Weights weights;
    private final Tokenizer tokenizer;
    private final int[] drawable;
    private final Rotation rotation;

    StoryModel(ModelCard card, Shape shape, Weights weights, Tokenizer tokenizer, int[] drawable) {
        this.card = card;
        this.shape = shape;
        this.weights = weights;
        this.tokenizer = tokenizer;
        this.drawable = drawable;
        this.rotation = new Rotation(shape.context(), shape.head());
    }

    /** The model that comes with this library, read on first use. */
    public static StoryModel embedded() {
        return Embedded.MODEL;
    }

    /**
     * A model from the bytes of a model file.
     *
     * @throws ModelFileException when they are no intact model file of a known version
     */
    public static StoryModel of(byte[] file) {
        return ModelFile.read(file);
    }

    /** What is known about this model. */
    public ModelCard card() {
        return card;
    }

    /** The tokenizer the model was trained with. */
    public Tokenizer tokenizer() {
        return tokenizer;
    }

    /**
     * Writes a story. Never drawn are the begin token and tokens that do not occur in the training text, such as bytes of no use to it; raw
     * probabilities are those of the whole vocabulary.
     *
     * @param opening words the story begins with; empty for a story from its first word on
     * @param mostTokens greatest number of tokens to write; at least 1
     * @throws IllegalArgumentException when mostTokens is less than 1, or the opening leaves no room in the context
     */
    public Generated generate(String opening, Sampling sampling, int mostTokens) {
        if (mostTokens < 1) {
            throw new IllegalArgumentException("mostTokens must be at least 1, not " + mostTokens);
        }
        int[] given = begun(tokenizer.encode(opening));
        if (given.length >= shape.context()) {
            throw new IllegalArgumentException("opening has " + (given.length - 1) + " tokens, at most "
                    + (shape.context() - 2) + " leave room for a story");
        }
        int most = Math.min(mostTokens, shape.context() - given.length);
        Sampler sampler = new Sampler(sampling, drawable);
        DecodingSession session = session(given.length + most, DecodingSession.MOST_ROWS);
        float[][] logits = new float[1][shape.vocabulary()];
        for (int from = 0; from < given.length; from += DecodingSession.MOST_ROWS) {
            int rows = Math.min(DecodingSession.MOST_ROWS, given.length - from);
            session.accept(given, from, rows, rows - 1, logits);
        }
        int[] written = new int[most];
        double[] logProbabilities = new double[most];
        List<List<Double>> candidates = new ArrayList<>();
        int n = 0;
        while (n < most) {
            int token = sampler.next(logits[0]);
            if (token == tokenizer.end()) {
                return generated(written, logProbabilities, candidates, n, Generated.FinishReason.STOP);
            }
            written[n] = token;
            logProbabilities[n] = logProbability(logits[0], token);
            candidates.add(likeliest(logits[0]));
            n++;
            if (n < most) {
                session.accept(written, n - 1, 1, 0, logits);
            }
        }
        return generated(written, logProbabilities, candidates, n, Generated.FinishReason.LENGTH);
    }

    /**
     * Scores a text, whoever wrote it, each token once. Beyond the context (see {@link ModelCard#context}) a token is given at least the half
     * context before it. Memory beyond the result does not grow with the text.
     */
    public Scoring score(String text) {
        int[] tokens = tokenizer.encode(text);
        return tokens.length == 0 ? new Scoring.Unscorable("the text is empty") : score(tokens);
    }

    /**
     * As {@link #score(String)}, of tokens as they are: a model's own tokens need not be those its text is encoded to.
     *
     * @throws IllegalArgumentException when a token is none of the vocabulary
     */
    public Scoring score(int... tokens) {
        for (int token : tokens) {
            if (token < 0 || token >= shape.vocabulary()) {
                throw new IllegalArgumentException("token must be in [0, " + shape.vocabulary() + "), not " + token);
            }
        }
        if (tokens.length == 0) {
            return new Scoring.Unscorable("there are no tokens");
        }
        int[] all = begun(tokens);
        double[] logProbabilities = new double[tokens.length];
        DecodingSession session = session(all.length, DecodingSession.MOST_ROWS);
        float[][] logits = new float[DecodingSession.MOST_ROWS][shape.vocabulary()];
        for (Windows.Window window : Windows.over(all.length, shape.context(), shape.context() / 2)) {
            score(all, window, session, logits, logProbabilities);
        }
        return new Scoring.Scored(texts(tokens), logProbabilities);
    }

    /** The logits after each of the tokens, for comparison with the training framework. */
    float[][] logits(int... tokens) {
        DecodingSession session = session(tokens.length, tokens.length);
        float[][] logits = new float[tokens.length][shape.vocabulary()];
        session.accept(tokens, 0, tokens.length, 0, logits);
        return logits;
    }

    private void score(
            int[] all, Windows.Window window, DecodingSession session, float[][] logits, double[] logProbabilities) {
        session.restart();
        int last = window.end() - 1;
        for (int from = window.start(); from < last; from += DecodingSession.MOST_ROWS) {
            int rows = Math.min(DecodingSession.MOST_ROWS, last - from);
            int first = Math.min(rows, Math.max(0, window.scored() - 1 - from));
            session.accept(all, from, rows, first, logits);
            for (int r = first; r < rows; r++) {
                int target = from + r + 1;
                logProbabilities[target - 1] = logProbability(logits[r - first], all[target]);
            }
        }
    }

    private static double logProbability(float[] logits, int token) {
        // Rounding may put a certain token a hair above 0.
        return Math.min(0, logits[token] - Kernels.logSumExp(logits));
    }

    private static List<Double> likeliest(float[] logits) {
        double all = Kernels.logSumExp(logits);
        float[] ascending = logits.clone();
        Arrays.sort(ascending);
        return IntStream.rangeClosed(1, Math.min(Generated.MOST_CANDIDATES, ascending.length))
                .mapToObj(rank -> Math.min(0, ascending[ascending.length - rank] - all))
                .toList();
    }

    private Generated generated(
            int[] written,
            double[] logProbabilities,
            List<List<Double>> candidates,
            int n,
            Generated.FinishReason reason) {
        int[] tokens = Arrays.copyOf(written, n);
        List<Integer> ids = IntStream.of(tokens).boxed().toList();
        return new Generated(
                tokenizer.decodeWellFormed(tokens),
                texts(tokens),
                ids,
                Arrays.copyOf(logProbabilities, n),
                candidates,
                reason);
    }

    private List<String> texts(int[] tokens) {
        return IntStream.of(tokens).mapToObj(t -> tokenizer.decodeWellFormed(t)).toList();
    }

    private int[] begun(int[] tokens) {
        int[] all = new int[tokens.length + 1];
        all[0] = tokenizer.begin();
        System.arraycopy(tokens, 0, all, 1, tokens.length);
        return all;
    }

    private DecodingSession session(int capacity, int rows) {
        return new DecodingSession(shape, weights, rotation, capacity, rows);
    }

    private static final class Embedded {

        static final StoryModel MODEL = load();

        private static StoryModel load() {
            try (InputStream in = StoryModel.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new ModelFileException("resource " + RESOURCE + " is missing");
                }
                return ModelFile.read(in.readAllBytes());
            } catch (IOException e) {
                throw new ModelFileException("resource " + RESOURCE + " cannot be read", e);
            }
        }
    }
}
