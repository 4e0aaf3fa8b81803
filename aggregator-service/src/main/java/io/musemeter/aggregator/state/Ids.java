package io.musemeter.aggregator.state;

/** A set of 128-bit identities in one flat table with linear probing: 20 to 26 bytes each, no object per entry. */
final class Ids {
    private static final int FIRST_CAPACITY = 8;
    private static final double MOST_LOAD = 0.8;
    private static final double GROWTH = 1.3;

    private long[] table = new long[2 * FIRST_CAPACITY];
    private int size;

    int size() {
        return size;
    }

    boolean contains(Id id) {
        return taken(table, slot(table, id));
    }

    /** Adds an identity and says whether it is new. */
    boolean add(Id id) {
        if (contains(id)) {
            return false;
        }
        if (size + 1 > table.length / 2 * MOST_LOAD) {
            grow();
        }
        put(table, id);
        size++;
        return true;
    }

    private void grow() {
        long[] larger = new long[2 * (int) Math.ceil(table.length / 2 * GROWTH)];
        for (int slot = 0; slot < table.length; slot += 2) {
            if (taken(table, slot)) {
                put(larger, new Id(table[slot], table[slot + 1]));
            }
        }
        table = larger;
    }

    private static void put(long[] table, Id id) {
        int slot = slot(table, id);
        table[slot] = id.high();
        table[slot + 1] = id.low();
    }

    private static boolean taken(long[] table, int slot) {
        return (table[slot] | table[slot + 1]) != 0;
    }

    /** Where an identity is, or the free place for it. Identities are hashes, so their own bits spread them. */
    private static int slot(long[] table, Id id) {
        int capacity = table.length / 2;
        int place = (int) ((id.low() >>> 32) * capacity >>> 32);
        while (taken(table, 2 * place) && (table[2 * place] != id.high() || table[2 * place + 1] != id.low())) {
            place = place + 1 == capacity ? 0 : place + 1;
        }
        return 2 * place;
    }
}
