package io.musemeter.aggregator.spread;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The stories with the least hashes of those that came: a sample that does not depend on their order. */
final class Sample {
    private final NavigableMap<Long, float[]> vectors = new TreeMap<>();
    private final int most;

    Sample(int most) {
        this.most = most;
    }

    void put(long hash, float[] vector) {
        if (vectors.put(hash, vector) == null && vectors.size() > most) {
            vectors.pollLastEntry();
        }
    }

    boolean remove(long hash) {
        return vectors.remove(hash) != null;
    }

    int size() {
        return vectors.size();
    }

    /** The vectors with the least hashes. */
    List<float[]> least(int number) {
        Collection<float[]> all = vectors.values();
        return all.stream().limit(number).toList();
    }
}
