package io.musemeter.storymodel;

/**
 * The dimensions of the network.
 *
 * @param vocabulary number of tokens
 * @param width length of the vector that stands for one position
 * @param layers number of blocks
 * @param heads attention heads a block
 * @param hidden width of the feed-forward part
 * @param context positions that can be attended to
 */
record Shape(int vocabulary, int width, int layers, int heads, int hidden, int context) {

    Shape {
        requireBetween("vocabulary", vocabulary, Tokenizer.BYTES + Tokenizer.SPECIALS, 1 << 16);
        requireBetween("width", width, 1, 1 << 14);
        requireBetween("layers", layers, 1, 1 << 10);
        requireBetween("heads", heads, 1, width);
        requireBetween("hidden", hidden, 1, 1 << 16);
        requireBetween("context", context, 2, 1 << 16);
        if (width % (2 * heads) != 0) {
            throw new IllegalArgumentException("width " + width + " is not a multiple of twice the heads, " + heads);
        }
    }

    /** Length of one head's query, key and value. */
    int head() {
        return width / heads;
    }

    /** Number of weights. */
    long parameters() {
        long block = 4L * width * width + 3L * hidden * width + 2L * width + heads;
        return (long) vocabulary * width + layers * block + width;
    }

    private static void requireBetween(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be in [" + least + ", " + most + "], not " + value);
        }
    }
}
