package io.musemeter.statistics.multiplicity;

import io.musemeter.statistics.cell.MetricScale;
import io.musemeter.statistics.cell.SeriesCells;
import io.musemeter.statistics.cell.Temperature;
import io.musemeter.statistics.effect.Selection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Adds disjoint panes together until they can be tested: p-values of a few stories a temperature are not uniform when nothing is
 * there, and multiplied over many panes they would not stay below their level. Whether a pool is ready depends on the numbers of
 * texts alone, never on a value.
 */
public final class PanePool {

    /** Distinct texts that a temperature needs. */
    public static final int ENOUGH_TEXTS = 5;

    /** Panes after which temperatures with fewer texts are left out rather than waited for. */
    public static final int MOST_PANES = 7;

    private final MetricScale scale;
    private SeriesCells pooled;
    private int panes;

    /**
     * Nothing pooled yet.
     *
     * @param scale grid of the metric
     */
    public PanePool(MetricScale scale) {
        this.scale = scale;
        this.pooled = SeriesCells.compact(scale);
    }

    /** A pool as it was: see {@link #pooled} and {@link #panes}. */
    public static PanePool resume(SeriesCells pooled, int panes) {
        PanePool pool = new PanePool(pooled.scale());
        pool.pooled = pooled;
        pool.panes = panes;
        return pool;
    }

    /** What is pooled. */
    public SeriesCells pooled() {
        return pooled;
    }

    /** Panes pooled. */
    public int panes() {
        return panes;
    }

    /**
     * Scores that can be tested.
     *
     * @param cells the panes together
     * @param selection the temperatures with enough texts, complete stories only
     */
    public record Ready(SeriesCells cells, Selection selection) {}

    /**
     * Adds a pane, which must have no score in common with any other, and empties the pool when it is ready.
     *
     * @throws IllegalArgumentException when the scales differ
     */
    public Optional<Ready> add(SeriesCells pane) {
        pooled.merge(pane);
        panes++;
        Selection headline = Selection.headline();
        Set<Temperature> all = new HashSet<>();
        Set<Temperature> enough = new HashSet<>();
        pooled.cells().forEach((temperature, cell) -> {
            if (headline.temperatures().test(temperature) && cell.complete().count() > 0) {
                all.add(temperature);
                if (cell.distinctTexts(false) >= ENOUGH_TEXTS) {
                    enough.add(temperature);
                }
            }
        });
        if (enough.size() < 2 || (enough.size() < all.size() && panes < MOST_PANES)) {
            return Optional.empty();
        }
        Ready ready = new Ready(pooled, new Selection(enough::contains, false));
        pooled = SeriesCells.compact(scale);
        panes = 0;
        return Optional.of(ready);
    }
}
