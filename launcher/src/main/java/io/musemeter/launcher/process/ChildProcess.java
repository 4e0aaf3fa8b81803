package io.musemeter.launcher.process;

import io.musemeter.launcher.settings.LocalSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of the local system while it runs, with its log in a file. */
final class ChildProcess {
    private final Program program;
    private final Process process;
    private final List<Path> logs;

    private ChildProcess(Program program, Process process, List<Path> logs) {
        this.program = program;
        this.process = process;
        this.logs = logs;
    }

    static ChildProcess start(Program program, LocalSettings settings) throws IOException {
        return start(program, settings, Map.of());
    }

    /** @param extra variables beside those that every start of the program has */
    static ChildProcess start(Program program, LocalSettings settings, Map<String, String> extra) throws IOException {
        Files.createDirectories(settings.logs());
        Path output = program.output(settings);
        ProcessBuilder builder = new ProcessBuilder(
                        deafToInterrupts(givingWay(program.niceness(), program.command(settings))))
                .directory(settings.data().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(output.toFile()));
        builder.environment().putAll(program.environment(settings));
        builder.environment().putAll(extra);
        Process process = builder.start();
        process.getOutputStream().close();
        return new ChildProcess(program, process, List.of(program.log(settings), output));
    }

    /**
     * Ctrl-C in a terminal interrupts the whole group of processes at once, the broker while the others still write to it. The
     * children do not hear it; the launcher does, and stops them in order.
     */
    static List<String> deafToInterrupts(List<String> command) {
        List<String> wrapped = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh"));
        wrapped.addAll(command);
        return wrapped;
    }

    /** Lets the other programs go first by that much, where there is one processor too few for all. */
    static List<String> givingWay(int niceness, List<String> command) {
        if (niceness == 0) {
            return command;
        }
        List<String> wrapped = new ArrayList<>(List.of("nice", "-n", Integer.toString(niceness)));
        wrapped.addAll(command);
        return wrapped;
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
        return logs.stream()
                .distinct()
                .filter(Files::exists)
                .flatMap(log -> lastLines(log, lines).stream())
                .toList();
    }

    private static List<String> lastLines(Path log, int lines) {
        try {
            List<String> all = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
