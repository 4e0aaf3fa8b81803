package io.musemeter.launcher.process;

import io.musemeter.launcher.settings.LocalSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The programs of a local system, in the order in which they start. */
public enum Program {
    /** Apache Kafka. */
    BROKER("broker", List.of("-Xms64m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")),
    /** Kafka Streams, page and API. */
    AGGREGATOR("aggregator", List.of("-Xms32m", "-Xmx192m", "-XX:+UseSerialGC", "-Xss512k")),
    /** Every family of metrics, each in a consumer group of its own. */
    SCORER("scorer", List.of("-Xms32m", "-Xmx176m", "-XX:+UseSerialGC", "-Xss512k")),
    /** The sweep and every way in. */
    GENERATOR("generator", List.of("-Xms32m", "-Xmx144m", "-XX:+UseSerialGC", "-Xss512k"));

    private final String title;
    private final List<String> jvmFlags;

    Program(String title, List<String> jvmFlags) {
        this.title = title;
        this.jvmFlags = jvmFlags;
    }

    /** Its name for people, logs and files. */
    public String title() {
        return title;
    }

    /** The port it answers on. */
    public int port(LocalSettings settings) {
        return switch (this) {
            case BROKER -> settings.ports().broker();
            case AGGREGATOR -> settings.ports().page();
            case SCORER -> settings.ports().scorer();
            case GENERATOR -> settings.ports().generator();
        };
    }

    /** Its log. */
    public Path log(LocalSettings settings) {
        return settings.logs().resolve(title + (this == BROKER ? ".out" : ".log"));
    }

    /** What it says before it has a log, and what its JVM says. */
    Path output(LocalSettings settings) {
        return settings.logs().resolve(title + ".out");
    }

    /**
     * How far it stands back when processors are short, as {@code nice} counts it. Scores and answers may lag, a story that is
     * offered may not wait.
     */
    int niceness() {
        return switch (this) {
            case BROKER, GENERATOR -> 0;
            case AGGREGATOR -> 10;
            case SCORER -> 19;
        };
    }

    /** The command line that starts it. */
    public List<String> command(LocalSettings settings) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmFlags);
        command.add("-XX:+ExitOnOutOfMemoryError");
        Path root = settings.root();
        if (this == BROKER) {
            Path target = root.resolve("embedded-kafka/target");
            command.add("-cp");
            command.add(target.resolve("embedded-kafka.jar") + ":" + target.resolve("lib") + "/*");
            command.add("io.musemeter.kafka.EmbeddedKafkaMain");
            command.addAll(List.of("--data", settings.data().resolve("kafka").toString()));
            command.addAll(List.of("--port", Integer.toString(settings.ports().broker())));
            command.addAll(List.of(
                    "--controller-port", Integer.toString(settings.ports().controller())));
            command.addAll(List.of("--disk-bytes", Long.toString(settings.disk().kafka())));
        } else {
            command.add("-jar");
            command.add(root.resolve(title + "-service/target/quarkus-app/quarkus-run.jar")
                    .toString());
        }
        return command;
    }

    /** The variables it is started with, beside those of the launcher itself. */
    public Map<String, String> environment(LocalSettings settings) {
        Map<String, String> environment = new LinkedHashMap<>();
        // glibc keeps an arena a thread; two are enough and save tens of megabytes.
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.put(
                "MUSEMETER_" + name() + "_DATA_FOLDER",
                settings.data().resolve(title).toString());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", settings.bootstrapServers());
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port(settings)));
        // A file that is rotated while the program runs; the console would fill one without bound.
        environment.put("QUARKUS_LOG_CONSOLE_ENABLED", "false");
        environment.put("QUARKUS_LOG_FILE_ENABLED", "true");
        environment.put("QUARKUS_LOG_FILE_PATH", log(settings).toString());
        environment.put(
                "QUARKUS_LOG_FILE_ROTATION_MAX_FILE_SIZE",
                Long.toString(settings.disk().logFile()));
        environment.put("QUARKUS_LOG_FILE_ROTATION_MAX_BACKUP_INDEX", "1");
        environment.put(
                "MUSEMETER_AGGREGATOR_CHANGELOG_SEGMENT_BYTES",
                Long.toString(settings.disk().changelogSegment()));
        return environment;
    }
}
