package io.musemeter.benchmarks;

import io.musemeter.statistics.cell.CellOutcome;
import io.musemeter.statistics.cell.MetricScale;
import io.musemeter.statistics.cell.SeriesCells;
import io.musemeter.statistics.cell.Temperature;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A score counted into the cells of its series, and a pane's cells merged into a window's. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CountingScores {
    private static final int MANY = 1_024;
    private static final MetricScale SCALE = new MetricScale.Linear(0, 1, 6, 256);

    private final SeriesCells cells = SeriesCells.pane(SCALE);
    private final SeriesCells pane = SeriesCells.pane(SCALE);
    private final Temperature[] temperatures = new Temperature[MANY];
    private final CellOutcome[] outcomes = new CellOutcome[MANY];
    private int next;

    /** Draws scores of seven temperatures. */
    public CountingScores() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < MANY; i++) {
            temperatures[i] = Temperature.of(i % 7 / 3.0);
            outcomes[i] = new CellOutcome.Scored(random.nextDouble(), random.nextLong(), false);
            pane.add(temperatures[i], outcomes[i]);
        }
    }

    /** One score into its cell. */
    @Benchmark
    public SeriesCells add() {
        next = (next + 1) % MANY;
        cells.add(temperatures[next], outcomes[next]);
        return cells;
    }

    /** A pane of 1,024 scores at seven temperatures into an empty window. */
    @Benchmark
    public SeriesCells merge() {
        SeriesCells window = SeriesCells.pane(SCALE);
        window.merge(pane);
        return window;
    }
}
