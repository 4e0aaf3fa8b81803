package io.musemeter.launcher.process;

import io.musemeter.launcher.settings.LocalSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of the local system while it runs, with its log in a file. */
final class ChildProcess {
    private static final long LOG_BOUND = 10L << 20;

    private final Program program;
    private final Process process;
    private final Path log;

    private ChildProcess(Program program, Process process, Path log) {
        this.program = program;
        this.process = process;
        this.log = log;
    }

    static ChildProcess start(Program program, LocalSettings settings) throws IOException {
        return start(program, settings, Map.of());
    }

    /** @param extra variables beside those that every start of the program has */
    static ChildProcess start(Program program, LocalSettings settings, Map<String, String> extra) throws IOException {
        Files.createDirectories(settings.logs());
        Path log = settings.logs().resolve(program.title() + ".log");
        if (Files.exists(log) && Files.size(log) > LOG_BOUND) {
            Files.move(log, log.resolveSibling(program.title() + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        ProcessBuilder builder = new ProcessBuilder(program.command(settings))
                .directory(settings.data().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(program.environment(settings));
        builder.environment().putAll(extra);
        Process process = builder.start();
        process.getOutputStream().close();
        return new ChildProcess(program, process, log);
    }

    Program program() {
        return program;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Asks it to stop and waits; ends it when it does not within the time. */
    void stop(Duration patience) {
        process.destroy();
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** The end of its log, for the person who has to find out why it stopped. */
    List<String> lastLines(int lines) {
        try {
            List<String> all = List.of(new String(Files.readAllBytes(log), StandardCharsets.UTF_8).split("\n"));
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
