package io.musemeter.launcher.process;

import io.musemeter.launcher.settings.LocalSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Broker and services as children of this process: started in order, watched, started again when one dies, stopped. */
public final class LocalSystem implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofSeconds(180);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final Duration RESTART_SPAN = Duration.ofMinutes(5);
    private static final int RESTARTS_IN_SPAN = 5;

    private final LocalSettings settings;
    private final Consumer<String> say;
    private final RunFile runFile;
    private final Readiness readiness;
    private final Map<Program, ChildProcess> children = new EnumMap<>(Program.class);
    private final Map<Program, Deque<Instant>> restarts = new EnumMap<>(Program.class);
    private boolean stopping;

    /**
     * @param settings where it lives
     * @param say takes a line for the person at the terminal
     */
    public LocalSystem(LocalSettings settings, Consumer<String> say) {
        this.settings = settings;
        this.say = say;
        this.runFile = new RunFile(settings.data());
        this.readiness = new Readiness(settings);
    }

    /**
     * Starts everything and returns when all of it is ready.
     *
     * @throws StartFailure when a port is taken or a program stops or does not get ready
     */
    public void start() throws StartFailure, IOException, InterruptedException {
        requireFreePorts();
        launch(Program.BROKER);
        awaitReady(Program.BROKER);
        for (Program program : List.of(Program.AGGREGATOR, Program.SCORER, Program.GENERATOR)) {
            launch(program);
        }
        for (Program program : List.of(Program.AGGREGATOR, Program.SCORER, Program.GENERATOR)) {
            awaitReady(program);
        }
    }

    /**
     * Starts again what died since the last call.
     *
     * @throws StartFailure when a program died too often to go on
     */
    public void keepRunning() throws StartFailure, IOException {
        for (Program program : Program.values()) {
            ChildProcess child = children.get(program);
            if (!stopping && child != null && !child.alive()) {
                Deque<Instant> recent = restarts.computeIfAbsent(program, p -> new ArrayDeque<>());
                Instant now = Instant.now();
                recent.removeIf(at -> at.isBefore(now.minus(RESTART_SPAN)));
                if (recent.size() == RESTARTS_IN_SPAN) {
                    throw died(
                            child,
                            "stopped " + (RESTARTS_IN_SPAN + 1) + " times in " + RESTART_SPAN.toMinutes() + " minutes");
                }
                recent.add(now);
                say.accept("The " + program.title() + " stopped; starting it again.");
                launch(program);
            }
        }
    }

    /** Stops everything, sources before sinks; nothing is left running. */
    @Override
    public synchronized void close() {
        stopping = true;
        for (Program program : List.of(Program.GENERATOR, Program.SCORER, Program.AGGREGATOR, Program.BROKER)) {
            ChildProcess child = children.remove(program);
            if (child != null) {
                child.stop(STOP_PATIENCE);
            }
        }
        try {
            runFile.delete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void launch(Program program) throws IOException {
        if (stopping) {
            return;
        }
        children.put(program, ChildProcess.start(program, settings));
        Map<String, ProcessHandle> running = new LinkedHashMap<>();
        running.put("launcher", ProcessHandle.current());
        children.forEach((child, process) -> running.put(child.title(), process.handle()));
        runFile.write(running);
    }

    private void awaitReady(Program program) throws StartFailure, InterruptedException {
        Instant deadline = Instant.now().plus(START_PATIENCE);
        while (!readiness.of(program)) {
            ChildProcess child = children.get(program);
            if (child == null) {
                throw new StartFailure("Stopped while starting.");
            }
            if (!child.alive()) {
                throw died(child, "stopped while starting");
            }
            if (Instant.now().isAfter(deadline)) {
                throw died(child, "was not ready within " + START_PATIENCE.toSeconds() + " s");
            }
            Thread.sleep(200);
        }
        say.accept("  " + program.title() + " is ready (port " + program.port(settings) + ")");
    }

    private StartFailure died(ChildProcess child, String how) {
        return new StartFailure("The " + child.program().title() + " " + how + ". The end of its log ("
                + child.program().log(settings) + "):\n  "
                + String.join("\n  ", child.lastLines(12)));
    }

    private void requireFreePorts() throws StartFailure {
        for (Map.Entry<String, Integer> port : settings.ports().bySetting().entrySet()) {
            if (!portIsFree(port.getValue())) {
                throw new StartFailure("Port " + port.getValue() + " is in use by another program. Choose another with "
                        + port.getKey() + "=PORT, or end that program.");
            }
        }
    }

    /** Whether nothing listens on that port of 127.0.0.1. */
    public static boolean portIsFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
