package io.musemeter.launcher.process;

import io.musemeter.launcher.settings.LocalSettings;
import io.musemeter.launcher.settings.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Programs of a local system for one task: on free ports, in a folder of its own that is deleted at the end. It does not meet
 * a system that runs, unless it is to use that one's broker.
 */
public final class TemporarySystem implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofSeconds(180);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    private static final int LINES_SHOWN = 12;

    private final LocalSettings settings;
    private final Readiness readiness;
    private final Map<Program, ChildProcess> children = new EnumMap<>(Program.class);

    private TemporarySystem(LocalSettings settings) {
        this.settings = settings;
        this.readiness = new Readiness(settings);
    }

    /** Prepares one that works on the broker of a system that runs; nothing runs yet. */
    public static TemporarySystem onBrokerOf(LocalSettings usual) throws IOException {
        List<Integer> ports = new ArrayList<>(freePorts(3));
        ports.add(usual.ports().broker());
        ports.add(usual.ports().controller());
        return in("extra-", usual, ports);
    }

    /** Prepares one; nothing runs yet. */
    public static TemporarySystem beside(LocalSettings usual) throws IOException {
        return in("bench-", usual, freePorts(5));
    }

    private static TemporarySystem in(String prefix, LocalSettings usual, List<Integer> ports) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(usual.data()), prefix);
        return new TemporarySystem(new LocalSettings(
                usual.root(),
                folder,
                usual.diskBytes(),
                new Ports(ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4))));
    }

    /** Where it lives. */
    public LocalSettings settings() {
        return settings;
    }

    /**
     * Starts a program and returns when it is ready.
     *
     * @param extra variables of its environment beside the usual ones
     * @throws StartFailure when it stops or does not get ready
     */
    public void start(Program program, Map<String, String> extra)
            throws StartFailure, IOException, InterruptedException {
        ChildProcess child = ChildProcess.start(program, settings, extra);
        children.put(program, child);
        Instant deadline = Instant.now().plus(START_PATIENCE);
        while (!readiness.of(program)) {
            if (!child.alive() || Instant.now().isAfter(deadline)) {
                throw new StartFailure("The " + program.title() + " did not get ready. The end of its log:\n  "
                        + String.join("\n  ", child.lastLines(LINES_SHOWN)));
            }
            Thread.sleep(200);
        }
    }

    /**
     * Says so when a program that was started runs no more.
     *
     * @throws StartFailure with the end of its log
     */
    public void requireAlive(Program program) throws StartFailure {
        ChildProcess child = children.get(program);
        if (child != null && !child.alive()) {
            throw new StartFailure("The " + program.title() + " stopped. The end of its log:\n  "
                    + String.join("\n  ", child.lastLines(LINES_SHOWN)));
        }
    }

    /** Stops a program, in order. */
    public void stop(Program program) {
        ChildProcess child = children.remove(program);
        if (child != null) {
            child.stop(STOP_PATIENCE);
        }
    }

    /** Processor time that a running program has taken since its start. */
    public Duration processorTime(Program program) {
        ChildProcess child = children.get(program);
        return child == null
                ? Duration.ZERO
                : child.handle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Stops everything, sources before sinks, and deletes the folder. */
    @Override
    public void close() {
        for (Program program : List.of(Program.GENERATOR, Program.SCORER, Program.AGGREGATOR, Program.BROKER)) {
            stop(program);
        }
        try (Stream<Path> files = Files.walk(settings.data())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }
}
