package io.musemeter.system.access;

import static org.awaitility.Awaitility.await;

import io.musemeter.system.RunningSystem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/**
 * A real broker with Kafka's own authorizer. Services come in by SASL_SSL and SCRAM-SHA-512 and may do what they were granted and
 * nothing else; whoever comes in by the inner listener may do everything, which is how the test makes topics, users and rights.
 */
final class SecuredBroker implements AutoCloseable {
    private static final String PASSWORD = "not-a-secret";

    private final Path folder;
    private final Process process;
    private final int clients;
    private final int inside;

    private SecuredBroker(Path folder, Process process, int clients, int inside) {
        this.folder = folder;
        this.process = process;
        this.clients = clients;
        this.inside = inside;
    }

    /** Formats a folder, starts the broker in it and waits until it answers. */
    static SecuredBroker start(Path folder) throws IOException {
        List<Integer> ports = RunningSystem.freePorts(3);
        makeCertificate(folder);
        Path settings = folder.resolve("server.properties");
        try (OutputStream out = Files.newOutputStream(settings)) {
            properties(folder, ports).store(out, null);
        }
        run(
                folder,
                java(
                        "kafka.tools.StorageTool",
                        folder,
                        "format",
                        "-t",
                        Uuid.randomUuid().toString(),
                        "-c",
                        settings.toString()));
        Process process = new ProcessBuilder(java("kafka.Kafka", folder, settings.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("broker.out").toFile())
                .start();
        SecuredBroker broker = new SecuredBroker(folder, process, ports.get(0), ports.get(1));
        await().atMost(Duration.ofMinutes(2)).until(broker::answers);
        return broker;
    }

    /** Where services come in. */
    String bootstrapServers() {
        return "127.0.0.1:" + clients;
    }

    /** The authority that its certificate is signed by, as PEM. */
    Path certificateAuthority() {
        return folder.resolve("ca.crt");
    }

    /** Somebody who may do everything. */
    Map<String, Object> insideConnection() {
        return Map.of("bootstrap.servers", "127.0.0.1:" + inside);
    }

    /** What the authorizer decided so far, a line each. */
    List<String> decisions() throws IOException {
        return Files.readAllLines(folder.resolve("authorizer.log"));
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the broker stopped; see " + folder.resolve("broker.out"));
        }
        try (Admin admin = Admin.create(insideConnection())) {
            return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private static Properties properties(Path folder, List<Integer> ports) {
        String client = "CLIENTS://127.0.0.1:" + ports.get(0);
        String inner = "INSIDE://127.0.0.1:" + ports.get(1);
        String controller = "127.0.0.1:" + ports.get(2);
        Properties properties = new Properties();
        properties.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "controller.quorum.voters", "1@" + controller,
                "listeners", client + "," + inner + ",CONTROLLER://" + controller,
                "advertised.listeners", client + "," + inner,
                "listener.security.protocol.map", "CLIENTS:SASL_SSL,INSIDE:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "controller.listener.names", "CONTROLLER",
                "inter.broker.listener.name", "INSIDE",
                "log.dirs", folder.resolve("logs").toString(),
                "auto.create.topics.enable", "false"));
        properties.putAll(Map.of(
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "allow.everyone.if.no.acl.found", "false",
                // Who comes in by a listener without a name: the test, and the broker itself.
                "super.users", "User:ANONYMOUS",
                "sasl.enabled.mechanisms", "SCRAM-SHA-512",
                "listener.name.clients.scram-sha-512.sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required;",
                "ssl.keystore.type", "PKCS12",
                "ssl.keystore.location", folder.resolve("broker.p12").toString(),
                "ssl.keystore.password", PASSWORD));
        properties.putAll(Map.of(
                "default.replication.factor", "1",
                "min.insync.replicas", "1",
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "1",
                "group.initial.rebalance.delay.ms", "0",
                "log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20)));
        return properties;
    }

    /** A certificate of its own for 127.0.0.1; being its own authority, it is also what clients trust. */
    private static void makeCertificate(Path folder) throws IOException {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String store = folder.resolve("broker.p12").toString();
        run(
                folder,
                List.of(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "broker",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=broker",
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store,
                        "-storepass",
                        PASSWORD));
        run(
                folder,
                List.of(
                        keytool,
                        "-exportcert",
                        "-rfc",
                        "-alias",
                        "broker",
                        "-keystore",
                        store,
                        "-storepass",
                        PASSWORD,
                        "-file",
                        folder.resolve("ca.crt").toString()));
    }

    private static List<String> java(String main, Path folder, String... arguments) throws IOException {
        Path target = RunningSystem.ROOT.resolve("embedded-kafka/target");
        Path logging = Files.writeString(
                folder.resolve("logging.properties"), """
                    handlers=java.util.logging.FileHandler
                    java.util.logging.FileHandler.pattern=%s
                    java.util.logging.FileHandler.formatter=java.util.logging.SimpleFormatter
                    java.util.logging.SimpleFormatter.format=%%5$s%%n
                    .level=OFF
                    kafka.authorizer.logger.level=FINE
                    java.util.logging.FileHandler.level=FINE
                    """.formatted(folder.resolve("authorizer.log")));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.logging.config.file=" + logging,
                "-cp",
                Files.readString(target.resolve("broker.classpath")).strip(),
                main));
        command.addAll(List.of(arguments));
        return command;
    }

    private static void run(Path folder, List<String> command) throws IOException {
        Path out = folder.resolve("tool.out");
        Process tool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            if (tool.waitFor() != 0) {
                throw new IOException(command.get(0) + " failed:\n" + Files.readString(out));
            }
        } catch (InterruptedException e) {
            tool.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
