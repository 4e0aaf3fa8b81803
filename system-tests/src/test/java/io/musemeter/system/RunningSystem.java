package io.musemeter.system;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A local system of its own: the launcher with everything it starts, on free ports and in a folder of its own. */
public final class RunningSystem implements AutoCloseable {
    public static final Path ROOT =
            Path.of(System.getProperty("musemeter.root", "..")).toAbsolutePath().normalize();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path data;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private Process launcher;

    private RunningSystem(Path data, Map<String, String> settings) {
        this.data = data;
        List<Integer> ports = freePorts(5);
        environment.put("MUSEMETER_DATA", data.toString());
        environment.put("MUSEMETER_PORT", ports.get(0).toString());
        environment.put("MUSEMETER_GENERATOR_PORT", ports.get(1).toString());
        environment.put("MUSEMETER_SCORER_PORT", ports.get(2).toString());
        environment.put("MUSEMETER_BROKER_PORT", ports.get(3).toString());
        environment.put("MUSEMETER_CONTROLLER_PORT", ports.get(4).toString());
        environment.putAll(settings);
    }

    /** Starts one and returns when every program is ready. */
    public static RunningSystem start(Path data, Map<String, String> settings) {
        RunningSystem system = new RunningSystem(data, settings);
        system.up();
        return system;
    }

    /** Starts it (again), going on with its data. */
    void up() {
        try {
            Files.createDirectories(data);
            markProgramsBuilt();
            launcher = launcherProcess(List.of("up"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            data.resolve("launcher.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> {
                    if (!launcher.isAlive()) {
                        throw new IllegalStateException(
                                "the launcher stopped:\n" + Files.readString(data.resolve("launcher.log")));
                    }
                    return Files.readString(data.resolve("launcher.log")).contains("Musemeter is up")
                            && status(page("/q/health/ready")) == 200;
                });
    }

    /** Starts it again with other settings. */
    void up(Map<String, String> settings) {
        environment.putAll(settings);
        try {
            // What the launcher before said must not be taken for what this one says.
            Files.deleteIfExists(data.resolve("launcher.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        up();
    }

    /** What its broker says. */
    public TopicLog log() {
        return new TopicLog(bootstrapServers());
    }

    /** Runs one command of the launcher against this system; returns what it printed. */
    public CommandResult command(String... arguments) {
        return command(Map.of(), arguments);
    }

    /** Runs one command of the launcher with some variables changed. */
    CommandResult command(Map<String, String> changed, String... arguments) {
        try {
            Path out = Files.createTempFile(data, "command", ".out");
            ProcessBuilder builder = launcherProcess(List.of(arguments));
            builder.environment().putAll(changed);
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("not done within 3 minutes: " + List.of(arguments));
            }
            return new CommandResult(process.exitValue(), Files.readString(out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What a command ended with and printed. */
    public record CommandResult(int status, String output) {}

    Path data() {
        return data;
    }

    public URI page(String path) {
        return URI.create("http://127.0.0.1:" + environment.get("MUSEMETER_PORT") + path);
    }

    public URI generator(String path) {
        return URI.create("http://127.0.0.1:" + environment.get("MUSEMETER_GENERATOR_PORT") + path);
    }

    public URI scorer(String path) {
        return URI.create("http://127.0.0.1:" + environment.get("MUSEMETER_SCORER_PORT") + path);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + environment.get("MUSEMETER_BROKER_PORT");
    }

    /** The aggregator's answers; empty while it is not ready. */
    public List<JsonNode> correlations(String query) {
        try {
            HttpResponse<byte[]> response = get(page("/api/correlations" + query));
            List<JsonNode> series = new ArrayList<>();
            if (response.statusCode() == 200) {
                JSON.readTree(response.body()).forEach(series::add);
            }
            return series;
        } catch (IOException e) {
            return List.of();
        }
    }

    public HttpResponse<byte[]> get(URI uri) throws IOException {
        try {
            return http.send(
                    HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Sends JSON; returns the status. */
    int put(URI uri, String body) {
        try {
            return http.send(
                            HttpRequest.newBuilder(uri)
                                    .timeout(Duration.ofSeconds(20))
                                    .header("Content-Type", "application/json")
                                    .PUT(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What is answered there; nothing while nobody answers. */
    JsonNode json(URI uri) {
        try {
            return JSON.readTree(get(uri).body());
        } catch (IOException e) {
            return JSON.nullNode();
        }
    }

    private int status(URI uri) {
        try {
            return get(uri).statusCode();
        } catch (IOException e) {
            return -1;
        }
    }

    /** The pid of one of its programs, as {@code run.json} has it. */
    long pid(String title) throws IOException {
        return JSON.readTree(data.resolve("run.json").toFile())
                .path(title)
                .path("pid")
                .asLong(-1);
    }

    /** kill -9; returns when it is gone. */
    void kill(String title) throws IOException {
        ProcessHandle.of(pid(title)).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    /** Stops it as Ctrl-C does. */
    void down() {
        try {
            launcher.destroy();
            if (!launcher.waitFor(90, TimeUnit.SECONDS)) {
                launcher.destroyForcibly();
                throw new IllegalStateException("the launcher did not stop within 90 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops it by Ctrl-C: the signal goes to the whole process group; returns the launcher's exit status. */
    int interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", "--", "-" + launcher.pid()).start().waitFor();
        if (!launcher.waitFor(90, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the launcher did not stop within 90 s");
        }
        return launcher.exitValue();
    }

    @Override
    public void close() {
        if (launcher.isAlive()) {
            down();
        }
    }

    private ProcessBuilder launcherProcess(List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (arguments.equals(List.of("up"))) {
            // As in a terminal: a process group of its own, in which Ctrl-C is heard.
            command.addAll(List.of("setsid", "env", "--default-signal=INT"));
        }
        command.add(ROOT.resolve("musemeter").toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return builder;
    }

    /** What {@code ./musemeter} is for this system, for a shell that has its environment. */
    public String commandLine() {
        return "'" + ROOT.resolve("musemeter") + "'";
    }

    /** The variables that make a program one of this system. */
    public Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    /** The tests come after the build: the script must not build again what they run on. */
    private static void markProgramsBuilt() throws IOException {
        Files.writeString(ROOT.resolve("launcher/target/programs.stamp"), "");
    }

    /** Different ports that nobody listens on just now. */
    public static List<Integer> freePorts(int count) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            for (ServerSocket socket : sockets) {
                try {
                    socket.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
