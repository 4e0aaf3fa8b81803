package io.musemeter.launcher.export;

import io.musemeter.events.Score;
import io.musemeter.launcher.Musemeter;
import io.musemeter.launcher.process.KafkaCluster;
import io.musemeter.launcher.view.Progress;
import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes what the running system scored into a file. */
@Command(
        name = "export",
        description = "Write what the running system scored into a file.",
        mixinStandardHelpOptions = true,
        subcommands = ExportCommand.Scores.class)
public final class ExportCommand implements Runnable {
    /** Asked for nothing, it says what it can write. */
    @Override
    public void run() {
        System.err.println("Say what to export: ./musemeter export scores FILE.csv");
    }

    /** One row a score. */
    @Command(
            name = "scores",
            description = "One row a score: storyId, source, model, promptId, temperature, metric, evaluatorId, "
                    + "repetition, truncated, outcome, value. A score delivered twice is one row.",
            mixinStandardHelpOptions = true)
    static final class Scores implements Callable<Integer> {
        @Parameters(paramLabel = "FILE.csv", description = "where to write")
        @SuppressWarnings("NullAway.Init") // picocli refuses to run without it
        private Path file;

        @Option(names = "--source", description = "only this source, for example sweep or replay:paper")
        private @Nullable String source;

        @Override
        public Integer call() throws Exception {
            // Asked first, so that a broker that is not there is said in a sentence.
            KafkaCluster.id(Musemeter.settings());
            FinalScores scores = new FinalScores();
            long invalid;
            try (ProgressBar progress = Progress.bar("Reading scores", "scores", 0)) {
                invalid = ScoreLog.read(
                        Musemeter.settings().bootstrapServers(),
                        score -> {
                            if (source == null || score.series().source().text().equals(source)) {
                                scores.add(score);
                            }
                        },
                        progress);
            }
            Collection<Score> rows = scores.all();
            // Written beside and moved, so that nobody reads half a table.
            Path half = file.resolveSibling(file.getFileName() + ".part");
            try (BufferedWriter out = Files.newBufferedWriter(half)) {
                ScoreTable.write(rows, out);
            }
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
            System.out.println(rows.size() + " scores written to " + file
                    + (invalid > 0 ? "; " + invalid + " records were no valid score" : ""));
            return 0;
        }
    }
}
