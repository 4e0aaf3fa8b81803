package io.musemeter.aggregator.service;

import io.musemeter.aggregator.topology.CreativityTopology;
import io.musemeter.aggregator.topology.TopologyConfig;
import io.musemeter.aggregator.topology.TopologyListener;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The topology in a JVM of its own, so that it can be killed. */
final class CountingProcess implements AutoCloseable {
    private final Process process;

    private CountingProcess(Process process) {
        this.process = process;
    }

    static CountingProcess start(String bootstrapServers, Path folder, int standbyReplicas) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CountingProcess.class.getName(),
                bootstrapServers,
                folder.toString(),
                Integer.toString(standbyReplicas)));
        File log = folder.resolve("process.log").toFile();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        return new CountingProcess(process);
    }

    /** As {@code kill -9}: nothing is written, nothing is said. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    boolean alive() {
        return process.isAlive();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    static AggregatorConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(AggregatorConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 500))
                .build()
                .getConfigMapping(AggregatorConfig.class);
    }

    /** Arguments: bootstrap servers, folder, standby replicas. */
    public static void main(String[] arguments) {
        Map<String, Object> connection = Map.of("bootstrap.servers", arguments[0]);
        AggregatorConfig config = config(Map.of(
                "musemeter.aggregator.data-folder", arguments[1],
                "musemeter.aggregator.standby-replicas", arguments[2],
                "musemeter.aggregator.idle-after", "P30D",
                "musemeter.aggregator.tick", "PT1S",
                "musemeter.aggregator.metrics.refresh", "PT5S"));
        new StreamsSupervisor(
                        CreativityTopology.build(TopologyConfig.defaults(new TopologyListener() {})),
                        StreamsSettings.of(connection, config),
                        connection)
                .run();
    }
}
