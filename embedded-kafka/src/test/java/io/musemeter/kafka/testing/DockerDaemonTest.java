package io.musemeter.kafka.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerDaemonTest {
    @Test
    void aDaemonThatAnswersIsThere() throws Exception {
        HttpServer daemon = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        daemon.createContext("/_ping", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        daemon.start();
        try {
            assertThat(DockerDaemon.answers(
                            "tcp://127.0.0.1:" + daemon.getAddress().getPort()))
                    .isTrue();
        } finally {
            daemon.stop(0);
        }
    }

    @Test
    void aServerThatNeverAnswersIsNot() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(DockerDaemon.answers("tcp://127.0.0.1:" + silent.getLocalPort()))
                    .isFalse();
        }
    }

    @Test
    void aSocketThatIsNotThereIsNot(@TempDir Path folder) {
        assertThat(DockerDaemon.answers("unix://" + folder.resolve("docker.sock")))
                .isFalse();
    }

    @Test
    void anAddressNobodyUnderstandsIsNot() {
        assertThat(DockerDaemon.answers("ssh://somewhere")).isFalse();
        assertThat(DockerDaemon.answers("not an address")).isFalse();
    }
}
