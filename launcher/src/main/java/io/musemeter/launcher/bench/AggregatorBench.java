package io.musemeter.launcher.bench;

import io.musemeter.events.EvaluatorId;
import io.musemeter.events.Score;
import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.Story;
import io.musemeter.launcher.Musemeter;
import io.musemeter.launcher.process.Program;
import io.musemeter.launcher.process.TemporarySystem;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How many scores a second one aggregator counts, and what one costs. */
@Command(
        name = "aggregator",
        description = "Let one aggregator work off a backlog of scores; print its throughput and what a score costs.",
        mixinStandardHelpOptions = true)
final class AggregatorBench implements Callable<Integer> {
    private static final EvaluatorId EVALUATOR = EvaluatorId.parse("computed/edit_distance/1/none");
    private static final int BYTES = 100;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    @Option(names = "--scores", defaultValue = "300000", description = "scores in the backlog (${DEFAULT-VALUE})")
    private int scores;

    @Option(names = "--series", defaultValue = "60", description = "series they belong to (${DEFAULT-VALUE})")
    private int series;

    @Override
    public Integer call() throws Exception {
        System.out.println(Machine.description() + "; " + series + " series at seven temperatures");
        try (TemporarySystem system = TemporarySystem.beside(Musemeter.settings())) {
            system.start(Program.BROKER, Map.of());
            fill(system);
            system.start(Program.AGGREGATOR, Map.of());
            int port = Program.AGGREGATOR.port(system.settings());
            long deadline = System.nanoTime() + LONGEST.toNanos();
            double counted = counted(port);
            double first = counted;
            Duration firstTime = system.processorTime(Program.AGGREGATOR);
            long firstNanos = System.nanoTime();
            long nanos = firstNanos;
            while (counted < scores && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(100);
                counted = counted(port);
                nanos = System.nanoTime();
            }
            double done = counted - first;
            Duration spent = system.processorTime(Program.AGGREGATOR).minus(firstTime);
            System.out.printf(
                    Locale.ROOT,
                    "%.0f scores/s, %.1f µs CPU a score (%.0f of %d scores measured, those before readiness left out)%n",
                    done / ((nanos - firstNanos) / 1e9),
                    spent.toNanos() / 1e3 / done,
                    done,
                    scores);
            return counted == scores ? 0 : 1;
        }
    }

    private void fill(TemporarySystem system) {
        SplittableRandom random = new SplittableRandom(1);
        try (Backlog backlog = new Backlog(system.settings().bootstrapServers())) {
            for (int number = 0; number < scores; number++) {
                Story story = SampleStories.story("bench" + number % series, number / series, BYTES, null);
                ScoreOutcome value = new ScoreOutcome.Scored(random.nextInt(1_000) / 1_000.0);
                backlog.add(Score.of(story, "edit_distance", EVALUATOR, Score.ONCE, value));
            }
            backlog.flush();
        }
    }

    private static double counted(int port) throws Exception {
        return Figures.of(port).sum("musemeter_scores_accepted_total");
    }
}
