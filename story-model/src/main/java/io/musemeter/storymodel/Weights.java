package io.musemeter.storymodel;

/**
 * The network's weights, laid out for {@link Kernels#multiply}: every matrix is one array for each of its inputs.
 *
 * @param embedding one array a token
 * @param unembedding the embedding transposed: the output layer shares it
 * @param blocks one a layer
 * @param lastNorm gains of the last normalisation
 */
record Weights(float[][] embedding, float[][] unembedding, Block[] blocks, float[] lastNorm) {

    /**
     * One layer.
     *
     * @param attentionNorm gains before attention
     * @param queryKeyValue to queries, keys and values, side by side
     * @param sharpness factor of each head's normalised queries
     * @param output from the heads' results
     * @param feedNorm gains before the feed-forward part
     * @param gateUp to gates and ups, side by side
     * @param down from the gated hidden vector
     */
    record Block(
            float[] attentionNorm,
            float[][] queryKeyValue,
            float[] sharpness,
            float[][] output,
            float[] feedNorm,
            float[][] gateUp,
            float[][] down) {}

    /** The transpose of a matrix of {@code rows} rows that begins at {@code from} of a tensor. */
    static float[][] transposed(float[] tensor, int from, int rows, int columns) {
        float[][] transposed = new float[columns][rows];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                transposed[c][r] = tensor[from + r * columns + c];
            }
        }
        return transposed;
    }
}
