package io.musemeter.storymodel;

import java.util.Arrays;

/**
 * One pass over one sequence: a cache of keys and values that grows by each token accepted. Llama-style decoder (Touvron et al. 2023) with layer
 * normalisation and with normalised queries and keys (Henry et al. 2020). Not thread-safe; a model can have any number of sessions.
 */
final class DecodingSession {

    /** Most tokens taken in one go: as many rows share each read of a weight. */
    static final int MOST_ROWS = 32;

    private final Shape shape;
    private final Weights weights;
    private final Rotation rotation;
    private final int capacity;
    private final float embeddingScale;
    private final float queryScale;
    // What an inner loop runs over is an array of its own: a key element at all positions, a value of one head at one
    // position.
    private final float[][][][] keys; // layer, head, element, position
    private final float[][][][] values; // layer, head, position, element
    private final float[][] x;
    private final float[][] normed;
    private final float[][] queryKeyValue;
    private final float[][] attended;
    private final float[][] change;
    private final float[][] gateUp;
    private final float[][] hidden;
    private final float[] query;
    private final float[] attention;
    private final float[] mixed;
    private int length;

    /**
     * @param capacity most tokens the session will hold; never more than the context
     * @param rows most tokens it will accept in one go
     */
    DecodingSession(Shape shape, Weights weights, Rotation rotation, int capacity, int rows) {
        this.shape = shape;
        this.weights = weights;
        this.rotation = rotation;
        this.capacity = Math.min(capacity, shape.context());
        int width = shape.width();
        embeddingScale = (float) Math.sqrt(width);
        queryScale = (float) (1 / Math.sqrt(shape.head()));
        keys = new float[shape.layers()][shape.heads()][shape.head()][this.capacity];
        values = new float[shape.layers()][shape.heads()][this.capacity][shape.head()];
        x = new float[rows][width];
        normed = new float[rows][width];
        queryKeyValue = new float[rows][3 * width];
        attended = new float[rows][width];
        change = new float[rows][width];
        gateUp = new float[rows][2 * shape.hidden()];
        hidden = new float[rows][shape.hidden()];
        query = new float[shape.head()];
        attention = new float[this.capacity];
        mixed = new float[shape.head()];
    }

    /** Tokens accepted since the beginning. */
    int length() {
        return length;
    }

    /** Forgets all tokens. */
    void restart() {
        length = 0;
    }

    /**
     * Accepts tokens[from .. from + rows) and writes, for each row from {@code firstLogits} on, the logits of the token that follows it.
     *
     * @param logits receives (rows - firstLogits) rows of vocabulary size
     */
    void accept(int[] tokens, int from, int rows, int firstLogits, float[][] logits) {
        if (length + rows > capacity) {
            throw new IllegalStateException("no room for " + rows + " tokens after " + length + " of " + capacity);
        }
        for (int r = 0; r < rows; r++) {
            Arrays.fill(x[r], 0);
            Kernels.add(embeddingScale, weights.embedding()[tokens[from + r]], x[r], shape.width());
        }
        for (int layer = 0; layer < shape.layers(); layer++) {
            attend(layer, rows);
            feedForward(weights.blocks()[layer], rows);
        }
        length += rows;
        int wanted = rows - firstLogits;
        for (int r = 0; r < wanted; r++) {
            Kernels.normalise(x[firstLogits + r], weights.lastNorm(), normed[r]);
        }
        Kernels.multiply(normed, wanted, weights.unembedding(), logits);
    }

    private void attend(int layer, int rows) {
        Weights.Block block = weights.blocks()[layer];
        normalise(block.attentionNorm(), rows);
        Kernels.multiply(normed, rows, block.queryKeyValue(), queryKeyValue);
        for (int r = 0; r < rows; r++) {
            for (int h = 0; h < shape.heads(); h++) {
                remember(layer, h, length + r, queryKeyValue[r]);
                attend(layer, h, length + r, queryKeyValue[r], block.sharpness()[h]);
                System.arraycopy(mixed, 0, attended[r], h * shape.head(), shape.head());
            }
        }
        Kernels.multiply(attended, rows, block.output(), change);
        addChange(rows);
    }

    /** Puts one head's key and value of one position into the cache. */
    private void remember(int layer, int h, int position, float[] row) {
        int key = shape.width() + h * shape.head();
        Kernels.normalise(row, key, shape.head());
        rotation.apply(row, key, position);
        for (int i = 0; i < shape.head(); i++) {
            keys[layer][h][i][position] = row[key + i];
        }
        System.arraycopy(row, key + shape.width(), values[layer][h][position], 0, shape.head());
    }

    /** Leaves in {@code mixed} what one head of one position makes of all positions up to its own. */
    private void attend(int layer, int h, int position, float[] row, float sharpness) {
        int at = h * shape.head();
        Kernels.normalise(row, at, shape.head());
        rotation.apply(row, at, position);
        for (int i = 0; i < shape.head(); i++) {
            query[i] = row[at + i] * (sharpness * queryScale);
        }
        int seen = position + 1;
        Arrays.fill(attention, 0, seen, 0);
        Kernels.accumulate(query, shape.head(), keys[layer][h], attention, seen);
        Kernels.softmax(attention, seen);
        Arrays.fill(mixed, 0);
        Kernels.accumulate(attention, seen, values[layer][h], mixed, shape.head());
    }

    private void feedForward(Weights.Block block, int rows) {
        normalise(block.feedNorm(), rows);
        Kernels.multiply(normed, rows, block.gateUp(), gateUp);
        for (int r = 0; r < rows; r++) {
            Kernels.gate(gateUp[r], shape.hidden(), hidden[r]);
        }
        Kernels.multiply(hidden, rows, block.down(), change);
        addChange(rows);
    }

    private void normalise(float[] gain, int rows) {
        for (int r = 0; r < rows; r++) {
            Kernels.normalise(x[r], gain, normed[r]);
        }
    }

    private void addChange(int rows) {
        for (int r = 0; r < rows; r++) {
            Kernels.add(1, change[r], x[r], shape.width());
        }
    }
}
