package io.musemeter.launcher.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.musemeter.events.topics.Topic;
import io.musemeter.launcher.Musemeter;
import io.musemeter.launcher.process.Program;
import io.musemeter.launcher.process.TemporarySystem;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether the way in over HTTP keeps up with a rate, how soon it answers, and that it loses nothing. */
@Command(
        name = "ingest",
        description =
                "Post stories to the generator at a steady rate while the scorers work; print how soon it answers.",
        mixinStandardHelpOptions = true)
final class IngestBench implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--rate", defaultValue = "1000", description = "stories a second (${DEFAULT-VALUE})")
    private int rate;

    @Option(names = "--bytes", defaultValue = "2000", description = "length of a story in bytes (${DEFAULT-VALUE})")
    private int bytes;

    @Option(names = "--per-request", defaultValue = "1", description = "stories a request (${DEFAULT-VALUE})")
    private int perRequest;

    @Option(names = "--connections", defaultValue = "128", description = "connections kept open (${DEFAULT-VALUE})")
    private int connections;

    @Option(names = "--warm-up", defaultValue = "45", description = "seconds before measuring (${DEFAULT-VALUE})")
    private int warmUp;

    @Option(names = "--seconds", defaultValue = "30", description = "seconds of measuring (${DEFAULT-VALUE})")
    private int seconds;

    @Option(names = "--alone", description = "without scorers and aggregator")
    private boolean alone;

    @Override
    public Integer call() throws Exception {
        System.out.println(Machine.description() + "; stories of " + bytes + " bytes, " + perRequest + " a request, "
                + connections + " connections, " + (alone ? "no scorers" : "all scorers at work"));
        try (TemporarySystem system = TemporarySystem.beside(Musemeter.settings())) {
            system.start(Program.BROKER, Map.of());
            if (!alone) {
                system.start(Program.AGGREGATOR, Map.of());
                system.start(Program.SCORER, Map.of());
            }
            system.start(Program.GENERATOR, Map.of("MUSEMETER_GENERATOR_SWEEP_ENABLED", "false"));
            SteadyLoad load =
                    new SteadyLoad(Program.GENERATOR.port(system.settings()), (double) rate / perRequest, connections);
            load.run(Duration.ofSeconds(warmUp), number -> body("w", number));
            try (Backlog log = new Backlog(system.settings().bootstrapServers())) {
                long before = log.size(Topic.STORIES);
                Map<Program, Duration> timesBefore = times(system);
                long own = ownTime();
                LoadReport report = load.run(Duration.ofSeconds(seconds), number -> body("m", number));
                print(report, log.size(Topic.STORIES) - before);
                printCosts(system, timesBefore, ownTime() - own, report.answers(200, 202) * perRequest);
                System.out.printf(Locale.ROOT, "a story takes %.0f bytes on disk%n", log.bytesOnDisk(Topic.STORIES));
                return log.size(Topic.STORIES) - before == report.answers(200, 202) * perRequest ? 0 : 1;
            }
        }
    }

    private void print(LoadReport report, long inTheLog) {
        long taken = report.answers(200, 202) * perRequest;
        System.out.printf(
                Locale.ROOT,
                "%.0f stories/s asked, %.0f taken; answers after ms: median %.1f, p95 %.1f, p99 %.1f, longest %.1f%n",
                (double) rate,
                taken / (report.nanos() / 1e9),
                report.millis(.5),
                report.millis(.95),
                report.millis(.99),
                report.millis(1));
        System.out.println("answers by status: " + report.statuses());
        System.out.println(taken + " stories answered as taken, " + inTheLog + " more in the log: "
                + (taken == inTheLog ? "none lost, none doubled" : "NOT THE SAME"));
    }

    private static void printCosts(TemporarySystem system, Map<Program, Duration> before, long ownNanos, long stories) {
        times(system)
                .forEach((program, time) -> System.out.printf(
                        Locale.ROOT,
                        "%-11s %.3f ms CPU a story%n",
                        program.title(),
                        time.minus(before.getOrDefault(program, Duration.ZERO)).toNanos() / 1e6 / stories));
        System.out.printf(Locale.ROOT, "%-11s %.3f ms CPU a story%n", "this load", ownNanos / 1e6 / stories);
    }

    private static Map<Program, Duration> times(TemporarySystem system) {
        Map<Program, Duration> times = new LinkedHashMap<>();
        for (Program program : Program.values()) {
            times.put(program, system.processorTime(program));
        }
        return times;
    }

    private static long ownTime() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return system instanceof com.sun.management.OperatingSystemMXBean own ? own.getProcessCpuTime() : 0;
    }

    /** The request of that number: one story, or an array of them. */
    private byte[] body(String run, long number) throws IOException {
        if (perRequest == 1) {
            return JSON.writeValueAsBytes(story(run, number));
        }
        ArrayNode stories = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < perRequest; i++) {
            stories.add(story(run, number * perRequest + i));
        }
        return JSON.writeValueAsBytes(stories);
    }

    private ObjectNode story(String run, long number) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", run + number)
                .put("model", "sample")
                .put("promptId", "sample")
                .put("temperature", SampleStories.temperature(number))
                .put("text", SampleStories.text(number, bytes));
    }
}
