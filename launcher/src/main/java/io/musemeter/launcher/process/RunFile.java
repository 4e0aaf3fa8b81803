package io.musemeter.launcher.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which processes belong to a data folder: {@code run.json} in it. A process is named by pid and start time together, so
 * that a pid the operating system gave to somebody else is never ended.
 */
public final class RunFile {
    private static final Duration CLOCK_STEPS = Duration.ofSeconds(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    /**
     * @param data the data folder
     */
    public RunFile(Path data) {
        this.file = data.resolve("run.json");
    }

    /** Writes the processes, replacing what was there, in one step. */
    public void write(Map<String, ProcessHandle> processes) throws IOException {
        ObjectNode json = JSON.createObjectNode();
        processes.forEach((title, process) -> json.putObject(title)
                .put("pid", process.pid())
                .put("started", started(process).toString()));
        Path half = file.resolveSibling("run.json.new");
        Files.write(half, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes it: nothing of the system runs. */
    public void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /** The processes written there that are alive still, by title, in the order written. */
    public Map<String, ProcessHandle> alive() throws IOException {
        Map<String, ProcessHandle> alive = new LinkedHashMap<>();
        if (!Files.exists(file)) {
            return alive;
        }
        JsonNode json = JSON.readTree(file.toFile());
        List<String> titles = new ArrayList<>();
        json.fieldNames().forEachRemaining(titles::add);
        for (String title : titles) {
            JsonNode entry = json.path(title);
            Optional<ProcessHandle> process =
                    ProcessHandle.of(entry.path("pid").asLong(-1)).filter(ProcessHandle::isAlive);
            process.filter(handle -> same(started(handle), entry.path("started").asText()))
                    .ifPresent(handle -> alive.put(title, handle));
        }
        return alive;
    }

    /** The operating system derives start times from the clock, which is stepped now and then. */
    private static boolean same(Instant started, String written) {
        try {
            return Duration.between(Instant.parse(written), started).abs().compareTo(CLOCK_STEPS) <= 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static Instant started(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
