package io.musemeter.kafka.testing;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks the Docker daemon itself whether it is there: an installed client proves nothing, and Testcontainers' own search
 * fills the log where there is none.
 */
final class DockerDaemon {
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(2);
    private static final String PING = "GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n";

    private DockerDaemon() {}

    static boolean answers() {
        return answers(System.getenv("DOCKER_HOST"));
    }

    static boolean answers(@Nullable String dockerHost) {
        return address(dockerHost == null || dockerHost.isBlank() ? "unix:///var/run/docker.sock" : dockerHost)
                .map(DockerDaemon::pings)
                .orElse(false);
    }

    private static Optional<SocketAddress> address(String dockerHost) {
        try {
            URI uri = URI.create(dockerHost);
            return switch (String.valueOf(uri.getScheme())) {
                case "unix" -> Optional.of(UnixDomainSocketAddress.of(Path.of(uri.getPath())));
                case "tcp", "http" -> Optional.of(new InetSocketAddress(uri.getHost(), uri.getPort()));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean pings(SocketAddress address) {
        return CompletableFuture.supplyAsync(() -> pingsSooner(address))
                .completeOnTimeout(false, ANSWERS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private static boolean pingsSooner(SocketAddress address) {
        try (SocketChannel channel = SocketChannel.open(address)) {
            channel.write(ByteBuffer.wrap(PING.getBytes(StandardCharsets.US_ASCII)));
            ByteBuffer answer = ByteBuffer.allocate(64);
            while (answer.hasRemaining() && channel.read(answer) >= 0) {
                if (StandardCharsets.US_ASCII
                        .decode(answer.duplicate().flip())
                        .toString()
                        .contains(" 200 ")) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }
}
