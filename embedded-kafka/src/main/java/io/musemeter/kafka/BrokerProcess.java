package io.musemeter.kafka;

import io.musemeter.kafka.Announcement.Failed;
import io.musemeter.kafka.Announcement.Ready;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One run of the broker's JVM. */
record BrokerProcess(Process process, String bootstrapServers) {
    /** Under 300 MB resident; the first compiler alone halves the time to be ready. */
    private static final List<String> JVM_OPTIONS = List.of(
            "-Xms64m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:MaxDirectMemorySize=64m",
            "-XX:ReservedCodeCacheSize=64m",
            "-Xss512k",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true");

    private static final int ENDS_WITHIN_SECONDS = 30;

    int port() {
        return Integer.parseInt(bootstrapServers.substring(bootstrapServers.lastIndexOf(':') + 1));
    }

    static BrokerProcess launch(KafkaOptions options) {
        try {
            Files.createDirectories(options.data());
            Path errors = options.data().resolve("process-errors.log");
            Process process = new ProcessBuilder(command(options))
                    .redirectError(ProcessBuilder.Redirect.to(errors.toFile()))
                    .start();
            return new BrokerProcess(process, awaitReady(process, options, errors));
        } catch (IOException e) {
            throw new EmbeddedKafkaException(
                    FailureReason.BROKER_FAILED, "the broker's process cannot be started: " + e.getMessage(), e);
        }
    }

    private static List<String> command(KafkaOptions options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_OPTIONS);
        command.addAll(List.of("-cp", BrokerClassPath.find(), "io.musemeter.kafka.EmbeddedKafkaMain"));
        command.addAll(List.of("--data", options.data().toString()));
        command.addAll(List.of("--port", Integer.toString(options.port())));
        command.addAll(List.of("--disk-bytes", Long.toString(options.diskBytes())));
        command.addAll(
                List.of("--parent-pid", Long.toString(ProcessHandle.current().pid())));
        return command;
    }

    private static String awaitReady(Process process, KafkaOptions options, Path errors) {
        CompletableFuture<Optional<Announcement>> announced = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(process, announced), "kafka-output-" + process.pid());
        reader.setDaemon(true);
        reader.start();
        try {
            Announcement announcement = announced
                    .get(options.readyWithin().toMillis(), TimeUnit.MILLISECONDS)
                    .orElseThrow(() -> new EmbeddedKafkaException(
                            FailureReason.BROKER_FAILED, "the broker's process ended without a word; see " + errors));
            if (announcement instanceof Failed failed) {
                awaitEnd(process);
                throw new EmbeddedKafkaException(failed.reason(), failed.message());
            }
            return ((Ready) announcement).bootstrapServers();
        } catch (TimeoutException e) {
            process.destroyForcibly();
            throw new EmbeddedKafkaException(
                    FailureReason.NOT_READY,
                    "the broker was not ready within " + options.readyWithin() + "; see " + options.data(),
                    e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new EmbeddedKafkaException(FailureReason.NOT_READY, "interrupted while the broker started", e);
        } catch (ExecutionException e) {
            process.destroyForcibly();
            throw new EmbeddedKafkaException(
                    FailureReason.BROKER_FAILED, "the broker's output cannot be read", e.getCause());
        }
    }

    /** What failed still closes its files; after this nobody touches the folder. */
    private static void awaitEnd(Process process) throws InterruptedException {
        if (!process.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private static void read(Process process, CompletableFuture<Optional<Announcement>> announced) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null) {
                Optional<Announcement> announcement = Announcement.parse(line);
                if (announcement.isPresent()) {
                    announced.complete(announcement);
                }
                line = lines.readLine();
            }
            announced.complete(Optional.empty());
        } catch (IOException e) {
            announced.completeExceptionally(new UncheckedIOException(e));
        }
    }
}
