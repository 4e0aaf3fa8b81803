package io.musemeter.system.access;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.musemeter.system.RunningSystem;
import io.musemeter.system.deploy.Manifests;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A service as its manifest starts it: with the manifest's variables, the config maps' and secrets' values put in, and paths and
 * ports of this machine in the place of the pod's. The home folder cannot be written, as in the pod.
 */
final class ServiceProcess implements AutoCloseable {
    static final String TOKEN = "token-of-the-test";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final String name;
    private final Container container;
    private final Process process;
    private final int port;
    private final Path log;

    private ServiceProcess(String name, Container container, Process process, int port, Path log) {
        this.name = name;
        this.container = container;
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /**
     * Starts it.
     *
     * @param name the workload's name, which is also its user's
     * @param own values of variables that differ here
     */
    static ServiceProcess start(
            String name, Container container, SecuredBroker broker, Path folder, Map<String, String> own)
            throws IOException {
        int port = RunningSystem.freePorts(1).get(0);
        Path tmp = Files.createDirectories(folder.resolve(name).resolve("tmp"));
        Map<String, String> environment = new LinkedHashMap<>();
        for (EnvVar variable : container.getEnv()) {
            environment.put(variable.getName(), value(name, variable, broker));
        }
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put(
                "KAFKA_SSL_TRUSTSTORE_LOCATION", broker.certificateAuthority().toString());
        environment.computeIfPresent(
                "DJL_CACHE_DIR", (key, value) -> tmp.resolve("djl").toString());
        environment.replaceAll((key, value) -> key.endsWith("_DATA_FOLDER")
                ? folder.resolve(name).resolve("data").toString()
                : value);
        environment.putAll(own);

        Path log = folder.resolve(name + ".log");
        Path program =
                RunningSystem.ROOT.resolve(Manifests.module(container)).resolve("target/quarkus-app/quarkus-run.jar");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Duser.home=/nonexistent",
                        "-Djava.io.tmpdir=" + tmp,
                        "-jar",
                        program.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new ServiceProcess(name, container, builder.start(), port, log);
    }

    String name() {
        return name;
    }

    /** What it logged. */
    List<String> log() throws IOException {
        return Files.readAllLines(log);
    }

    /** Whether the probe that decides on traffic succeeds. */
    boolean ready() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException(name + " stopped:\n" + Files.readString(log));
        }
        return status(container.getReadinessProbe().getHttpGet().getPath()) == 200;
    }

    /** Whether the probe that decides on a restart succeeds. */
    boolean alive() {
        return status(container.getLivenessProbe().getHttpGet().getPath()) == 200;
    }

    /** Status of a request without a token; -1 where nobody answers. */
    int status(String path) {
        try {
            return send(HttpRequest.newBuilder(uri(path))).statusCode();
        } catch (IOException e) {
            return -1;
        }
    }

    /** Answer to a request with the token. */
    HttpResponse<String> get(String path) throws IOException {
        return send(HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + TOKEN));
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return HTTP.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String value(String user, EnvVar variable, SecuredBroker broker) {
        if (variable.getValueFrom() == null) {
            return variable.getValue();
        }
        if (variable.getValueFrom().getSecretKeyRef() != null) {
            return switch (variable.getValueFrom().getSecretKeyRef().getKey()) {
                case "sasl.jaas.config" ->
                    ManifestUsers.jaas(
                            variable.getValueFrom().getSecretKeyRef().getName(), ManifestUsers.password(user));
                case "token" -> TOKEN;
                case "api-key" -> "key-of-the-test";
                default -> throw new IllegalArgumentException("unknown secret of " + variable.getName());
            };
        }
        return switch (variable.getValueFrom().getConfigMapKeyRef().getKey()) {
            case "bootstrap-servers" -> broker.bootstrapServers();
            case "model" -> "a-model";
            case "base-url" -> "http://127.0.0.1:1/v1";
            case "calls-per-day" -> "1000";
            default -> throw new IllegalArgumentException("unknown setting of " + variable.getName());
        };
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
