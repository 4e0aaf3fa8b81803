package io.musemeter.launcher.bench;

import io.musemeter.events.Exemplar;
import io.musemeter.events.topics.Topic;
import io.musemeter.launcher.Musemeter;
import io.musemeter.launcher.process.Program;
import io.musemeter.launcher.process.StartFailure;
import io.musemeter.launcher.process.TemporarySystem;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How many stories a second one scorer of each family scores, and what one costs. */
@Command(
        name = "scorers",
        description =
                "Let one scorer of each family, one family after the other, work off a backlog; print its throughput.",
        mixinStandardHelpOptions = true)
final class ScorersBench implements Callable<Integer> {
    private static final String REPLAY = "bench";

    @Option(
            names = "--families",
            split = ",",
            defaultValue = "lexical,cohesion,semantic,likelihood",
            description = "which; the judge is as fast as the model it asks and is not measured (${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli gives it its default
    private List<String> families;

    @Option(names = "--bytes", defaultValue = "2000", description = "length of a story in bytes (${DEFAULT-VALUE})")
    private int bytes;

    @Option(names = "--stories", defaultValue = "40000", description = "stories in the backlog (${DEFAULT-VALUE})")
    private int stories;

    @Option(names = "--warm-up", defaultValue = "15", description = "seconds before measuring (${DEFAULT-VALUE})")
    private int warmUp;

    @Option(names = "--seconds", defaultValue = "20", description = "seconds of measuring (${DEFAULT-VALUE})")
    private int seconds;

    /**
     * @param stories handled by the family
     * @param scores written by it
     * @param scoringSeconds time spent in its metrics
     * @param processorSeconds processor time of the whole process
     * @param nanos when
     */
    private record Reading(double stories, double scores, double scoringSeconds, double processorSeconds, long nanos) {}

    @Override
    public Integer call() throws Exception {
        System.out.println(Machine.description() + "; one consumer a family; stories of " + bytes + " bytes");
        try (TemporarySystem system = TemporarySystem.beside(Musemeter.settings())) {
            system.start(Program.BROKER, Map.of());
            fill(system);
            System.out.printf(
                    "%-11s %10s %13s %16s %13s%n",
                    "family", "stories/s", "scores/story", "ms CPU a story", "ms scoring");
            for (String family : families) {
                measure(system, family.strip().toLowerCase(Locale.ROOT));
            }
            try (Backlog log = new Backlog(system.settings().bootstrapServers())) {
                System.out.printf(Locale.ROOT, "a score takes %.0f bytes on disk%n", log.bytesOnDisk(Topic.SCORES));
            }
        }
        return 0;
    }

    private void fill(TemporarySystem system) {
        Exemplar exemplar = Exemplar.of(SampleStories.text(-1, bytes), Exemplar.Origin.CONFIGURED, Instant.EPOCH);
        try (Backlog backlog = new Backlog(system.settings().bootstrapServers())) {
            backlog.add(exemplar);
            for (int number = 0; number < stories; number++) {
                backlog.add(SampleStories.story(REPLAY, number, bytes, exemplar.exemplarHash()));
            }
            backlog.flush();
        }
    }

    private void measure(TemporarySystem system, String family) throws StartFailure, IOException, InterruptedException {
        system.start(Program.SCORER, Map.of("MUSEMETER_SCORER_FAMILIES", family));
        TimeUnit.SECONDS.sleep(warmUp);
        Reading before = read(system, family);
        TimeUnit.SECONDS.sleep(seconds);
        Reading after = read(system, family);
        system.stop(Program.SCORER);
        double handled = after.stories - before.stories;
        if (handled == 0) {
            System.out.printf("%-11s scored nothing%n", family);
            return;
        }
        System.out.printf(
                Locale.ROOT,
                "%-11s %10.1f %13.0f %16.2f %13.2f%s%n",
                family,
                handled / ((after.nanos - before.nanos) / 1e9),
                (after.scores - before.scores) / handled,
                1e3 * (after.processorSeconds - before.processorSeconds) / handled,
                1e3 * (after.scoringSeconds - before.scoringSeconds) / handled,
                after.stories >= stories ? "  (the backlog ran out: raise --stories)" : "");
    }

    private static Reading read(TemporarySystem system, String family) throws IOException, InterruptedException {
        Figures figures = Figures.of(Program.SCORER.port(system.settings()));
        String label = "family=\"" + family + "\"";
        return new Reading(
                figures.sum("musemeter_scorer_stories_total", label),
                figures.sum("musemeter_scorer_scores_total", label),
                figures.sum("musemeter_scorer_scoring_seconds_sum", label),
                system.processorTime(Program.SCORER).toMillis() / 1e3,
                System.nanoTime());
    }
}
