package io.musemeter.aggregator.series;

import io.musemeter.statistics.cell.MetricScale;
import io.musemeter.statistics.cell.SeriesCells;

/** All scores of one response model and exemplar: an epoch, over which an interval that may be looked at at any time is kept. */
final class Epoch {
    private static final byte FORMAT = 1;

    private final String name;
    private SeriesCells cells;
    private long unassigned;
    private boolean dirty;

    Epoch(String name, MetricScale scale) {
        this.name = name;
        this.cells = SeriesCells.compact(scale);
    }

    static Epoch read(byte[] bytes, MetricScale scale) {
        Epoch[] read = new Epoch[1];
        Bytes.read("epoch", FORMAT, bytes, in -> {
            Epoch epoch = new Epoch(in.readUTF(), scale);
            epoch.unassigned = in.readLong();
            epoch.cells = SeriesCells.decode(Bytes.readBlock(in));
            read[0] = epoch;
        });
        return read[0];
    }

    String name() {
        return name;
    }

    SeriesCells cells() {
        return cells;
    }

    /** Whether every story's temperature was assigned with a known probability. */
    boolean assigned() {
        return unassigned == 0;
    }

    void add(Observed observed) {
        observed.countIn(cells);
        unassigned += observed.score().propensity() == null ? 1 : 0;
        dirty = true;
    }

    /** Its bytes when they have changed since the last call, else none. */
    byte[] takeChange() {
        if (!dirty) {
            return new byte[0];
        }
        dirty = false;
        return Bytes.write(FORMAT, out -> {
            out.writeUTF(name);
            out.writeLong(unassigned);
            Bytes.writeBlock(out, cells.encode());
        });
    }
}
