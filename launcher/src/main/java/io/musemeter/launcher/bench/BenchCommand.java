package io.musemeter.launcher.bench;

import picocli.CommandLine.Command;

/** Measures a system of its own, beside one that may run. */
@Command(
        name = "bench",
        description = "Measure throughput and cost on this machine, with a system of its own in a temporary folder.",
        mixinStandardHelpOptions = true,
        subcommands = {ScorersBench.class, AggregatorBench.class, IngestBench.class})
public final class BenchCommand implements Runnable {
    /** Asked for nothing, it says what it can measure. */
    @Override
    public void run() {
        System.err.println("Say what to measure: ./musemeter bench scorers, aggregator or ingest");
    }
}
