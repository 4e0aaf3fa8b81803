package io.musemeter.launcher;

import io.musemeter.launcher.process.RunFile;
import io.musemeter.launcher.settings.LocalSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;

/** Stops the local system of a data folder. */
@Command(
        name = "down",
        description = "Stop the local system; nothing is left running. Its data stays.",
        mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public Integer call() throws Exception {
        LocalSettings settings = Musemeter.settings();
        RunFile runFile = new RunFile(settings.data());
        Map<String, ProcessHandle> alive = runFile.alive();
        if (alive.isEmpty()) {
            runFile.delete();
            System.out.println("Nothing runs on " + settings.data());
            return 0;
        }
        stop(alive);
        runFile.delete();
        System.out.println("Stopped. Data stays in " + settings.data());
        return 0;
    }

    /** Ends the processes of a data folder, sources before sinks. */
    static void stop(Map<String, ProcessHandle> alive) throws Exception {
        ProcessHandle launcher = alive.get("launcher");
        if (launcher != null) {
            // The launcher stops its children in order; only where it is gone are they asked one by one.
            launcher.destroy();
            awaitEnd(launcher);
        }
        for (String title : new String[] {"generator", "scorer", "aggregator", "broker"}) {
            ProcessHandle process = alive.get(title);
            if (process != null && process.isAlive()) {
                process.destroy();
                awaitEnd(process);
            }
        }
    }

    private static void awaitEnd(ProcessHandle process) throws Exception {
        Instant started = Instant.now();
        try {
            process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            System.err.println("Process " + process.pid() + " did not stop within "
                    + Duration.between(started, Instant.now()).toSeconds() + " s and was ended.");
        }
    }
}
