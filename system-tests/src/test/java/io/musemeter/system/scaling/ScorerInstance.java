package io.musemeter.system.scaling;

import io.musemeter.system.RunningSystem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** One more scorer of a running system, as the packaged program in a process of its own. */
final class ScorerInstance implements AutoCloseable {
    private final RunningSystem system;
    private final Process process;
    private final int port;
    private final Path log;
    private final String family;

    private ScorerInstance(RunningSystem system, Process process, int port, Path log, String family) {
        this.system = system;
        this.process = process;
        this.port = port;
        this.log = log;
        this.family = family;
    }

    /**
     * Starts it.
     *
     * @param settings variables beside those of the system; every instance is given the same
     */
    static ScorerInstance start(RunningSystem system, Path folder, String family, Map<String, String> settings)
            throws IOException {
        int port = RunningSystem.freePorts(1).get(0);
        Path log = folder.resolve("scorer-" + port + ".log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        RunningSystem.ROOT
                                .resolve("scorer-service/target/quarkus-app/quarkus-run.jar")
                                .toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(system.environment());
        builder.environment().putAll(settings);
        builder.environment().put("MUSEMETER_SCORER_FAMILIES", family);
        builder.environment().put("KAFKA_BOOTSTRAP_SERVERS", system.bootstrapServers());
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        return new ScorerInstance(system, builder.start(), port, log, family);
    }

    /** Whether stories may be expected of it. */
    boolean ready() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("a scorer stopped:\n" + Files.readString(log));
        }
        try {
            return system.get(uri("/q/health/ready")).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    Figures figures() throws IOException {
        return Figures.of(system.get(uri("/q/metrics")).body(), family);
    }

    /** kill -9; returns when it is gone. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
