package io.musemeter.statistics.cell;

import java.math.BigInteger;

/**
 * Exact sums of the lengths, in words, of scored stories, and of their product with the score: what a slope needs to allow for
 * length. Stories of unknown length are not in them.
 */
public final class LengthSums {

    private final WideSum first = new WideSum(2);
    private final WideSum second = new WideSum(2);
    private final WideSum byEffect = new WideSum(3);
    private long count;

    /** Number of scores whose story's length is known. */
    public long count() {
        return count;
    }

    /** Sum of words. */
    public BigInteger words() {
        return first.value();
    }

    /** Sum of squared numbers of words. */
    public BigInteger wordsSquared() {
        return second.value();
    }

    /** Sum of words times grid value; times the logarithm's on a logarithmic scale. */
    public BigInteger wordsByEffect() {
        return byEffect.value();
    }

    void add(int words, long effect) {
        count++;
        first.add(words);
        second.addProduct(words, words);
        byEffect.addProduct(words, effect);
    }

    void merge(LengthSums other) {
        count += other.count;
        first.add(other.first);
        second.add(other.second);
        byEffect.add(other.byEffect);
    }

    /** Writes the sums beside the number of scores that they are among. */
    void write(ByteWriter out, long scores) {
        out.unsigned(scores - count);
        if (count > 0) {
            first.write(out);
            second.write(out);
            byEffect.write(out);
        }
    }

    void read(ByteReader in, long scores) {
        count = scores - in.unsigned();
        if (count < 0) {
            throw new IllegalArgumentException("cells: more stories of unknown length than scores");
        }
        if (count > 0) {
            first.read(in);
            second.read(in);
            byEffect.read(in);
        }
    }
}
