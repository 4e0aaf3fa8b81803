package io.musemeter.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The benchmarks run at all; what they measure is not looked at here. */
class BenchmarksTest {
    @Test
    void everyBenchmarkRunsOnce() throws RunnerException {
        assertThat(new Runner(new OptionsBuilder()
                                .include("io.musemeter.benchmarks.*")
                                .forks(0)
                                .warmupIterations(0)
                                .measurementIterations(1)
                                .mode(Mode.SingleShotTime)
                                .shouldFailOnError(true)
                                .verbosity(VerboseMode.SILENT)
                                .build())
                        .run())
                .hasSize(4);
    }
}
