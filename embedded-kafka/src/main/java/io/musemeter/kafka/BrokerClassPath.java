package io.musemeter.kafka;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the class path of the broker's JVM. It is never the caller's own: the Kafka server stays off that. The build
 * leaves it beside the module's classes, as {@code target/broker.classpath} and, once packaged, as {@code target/lib}.
 */
final class BrokerClassPath {
    private static final String OVERRIDE = "musemeter.kafka.classpath";

    private BrokerClassPath() {}

    /** @throws EmbeddedKafkaException when the module was not built */
    static String find() {
        String override = System.getProperty(OVERRIDE);
        if (override != null) {
            return override;
        }
        return Stream.of(besideThisClass(), underTheRoot())
                .flatMap(Optional::stream)
                .flatMap(own -> in(own).stream())
                .findFirst()
                .orElseThrow(() -> new EmbeddedKafkaException(
                        FailureReason.BROKER_FAILED,
                        "the broker's class path is not there; build it: mvn -q package -pl embedded-kafka -am"
                                + " -DskipTests, or name it in the system property " + OVERRIDE));
    }

    private static Optional<String> in(Path own) {
        Path folder = own.toAbsolutePath().getParent();
        if (folder == null || !Files.exists(own)) {
            return Optional.empty();
        }
        Path written = folder.resolve("broker.classpath");
        if (Files.isRegularFile(written)) {
            return Optional.of(own + File.pathSeparator + read(written));
        }
        return Stream.of(folder.resolve("lib"), folder)
                .filter(BrokerClassPath::holdsTheServer)
                .findFirst()
                .map(libraries -> own + File.pathSeparator + libraries + File.separator + "*");
    }

    private static Optional<Path> besideThisClass() {
        CodeSource source = BrokerClassPath.class.getProtectionDomain().getCodeSource();
        return source == null || source.getLocation() == null
                ? Optional.empty()
                : fileOf(source.getLocation().toString());
    }

    private static Optional<Path> fileOf(String location) {
        try {
            URI uri = new URI(location);
            return "file".equals(uri.getScheme()) ? Optional.of(Path.of(uri)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Class loaders that name no code source leave the checkout's root, which the build hands to every test. */
    private static Optional<Path> underTheRoot() {
        @Nullable String root = System.getProperty("musemeter.root");
        return root == null ? Optional.empty() : Optional.of(Path.of(root, "embedded-kafka", "target", "classes"));
    }

    private static boolean holdsTheServer(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.getFileName().toString().contains("kafka_2.13-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
