package io.musemeter.launcher.replay;

import io.musemeter.launcher.Musemeter;
import io.musemeter.launcher.process.KafkaCluster;
import io.musemeter.launcher.settings.LocalSettings;
import io.musemeter.launcher.view.Progress;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends stories from a file into the running system. */
@Command(
        name = "replay",
        description =
                "Send stories from a file of JSON lines (id, model, prompt, temperature, …, text) into the running "
                        + "system. Interrupted, it goes on where it stopped when asked again; sent twice, a story counts once.",
        mixinStandardHelpOptions = true)
public final class ReplayCommand implements Callable<Integer> {
    private static final int BATCH = 100;
    private static final int REJECTIONS_SHOWN = 20;

    @Parameters(paramLabel = "FILE", description = "JSON lines, one story a line")
    @SuppressWarnings("NullAway.Init") // picocli refuses to run without it
    private Path file;

    @Option(names = "--exemplar", paramLabel = "FILE", description = "the text every story is compared with")
    private @Nullable Path exemplar;

    @Option(names = "--name", description = "name of the replay; the file's name without its ending when not given")
    private @Nullable String name;

    @Option(
            names = "--rate",
            description = "at most so many stories a second; as fast as they are taken when not given")
    private @Nullable Double storiesPerSecond;

    @Option(names = "--from-start", description = "send the whole file again, also what was sent before")
    private boolean fromStart;

    @Override
    public Integer call() throws Exception {
        if (storiesPerSecond != null && !(storiesPerSecond > 0)) {
            System.err.println("musemeter: --rate must be above 0");
            return 2;
        }
        if (name != null && !name.matches("[A-Za-z0-9._-]{1,128}")) {
            System.err.println("musemeter: --name takes 1 to 128 letters, digits, dots, dashes, underscores");
            return 2;
        }
        requireReadable(file);
        LocalSettings settings = Musemeter.settings();
        String replayName = name == null ? nameOf(file) : name;
        GeneratorClient generator =
                new GeneratorClient(settings.ports().generator(), System.getenv("MUSEMETER_GENERATOR_TOKEN"));
        @Nullable String exemplarHash = exemplar == null ? null : generator.sendExemplar(textOf(exemplar));
        ReplayProgress progress =
                ReplayProgress.load(settings.data(), KafkaCluster.id(settings), replayName, file, exemplarHash);
        long firstLine = fromStart ? 1 : progress.nextLine();
        if (firstLine > 1) {
            System.err.println("Going on at line " + firstLine + " (send everything again with --from-start)");
        }
        Outcome outcome = send(generator, replayName, exemplarHash, progress, firstLine);
        System.out.println(outcome.accepted + " stories of replay:" + replayName + " accepted, " + outcome.rejected
                + " lines rejected" + (outcome.rejected > 0 ? " (kept in topic stories.rejected)" : ""));
        return outcome.rejected > 0 ? 1 : 0;
    }

    private static void requireReadable(Path file) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IOException(file + (Files.exists(file) ? " is no file that can be read" : " does not exist"));
        }
    }

    private static String textOf(Path file) throws IOException {
        requireReadable(file);
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is not valid UTF-8", e);
        }
    }

    private static final class Outcome {
        private long accepted;
        private long rejected;
        private long shown;
    }

    private Outcome send(
            GeneratorClient generator,
            String replayName,
            @Nullable String exemplarHash,
            ReplayProgress progress,
            long firstLine)
            throws IOException, InterruptedException {
        Outcome outcome = new Outcome();
        long started = System.nanoTime();
        try (ByteLines lines = ByteLines.of(file);
                ProgressBar bar = Progress.bar("Replaying", "lines", ByteLines.count(file))) {
            long line = 1;
            for (; line < firstLine; line++) {
                lines.next();
            }
            bar.stepTo(line - 1);
            int batch = storiesPerSecond == null ? BATCH : (int) Math.max(1, Math.min(BATCH, storiesPerSecond));
            for (List<byte[]> next = lines.take(batch); !next.isEmpty(); next = lines.take(batch)) {
                GeneratorClient.Answer answer = generator.sendStories(replayName, exemplarHash, line, next);
                outcome.accepted += answer.accepted();
                outcome.rejected += answer.rejected();
                for (GeneratorClient.Rejection rejection : answer.problems()) {
                    if (outcome.shown++ < REJECTIONS_SHOWN) {
                        System.err.println(
                                "line " + rejection.line() + ": " + rejection.field() + " " + rejection.problem());
                    }
                }
                line += next.size();
                progress.sentBefore(line);
                bar.stepTo(line - 1);
                hold(started, line - firstLine);
            }
        }
        return outcome;
    }

    private void hold(long started, long sent) throws InterruptedException {
        if (storiesPerSecond != null) {
            long due = started + (long) (sent / storiesPerSecond * 1e9);
            TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
        }
    }

    private static String nameOf(Path file) {
        String fileName = String.valueOf(file.getFileName());
        int dot = fileName.lastIndexOf('.');
        return (dot > 0 ? fileName.substring(0, dot) : fileName).replaceAll("[^A-Za-z0-9._-]", "-");
    }
}
