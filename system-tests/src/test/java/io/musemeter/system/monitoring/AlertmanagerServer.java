package io.musemeter.system.monitoring;

import com.sun.net.httpserver.HttpServer;
import io.musemeter.system.RunningSystem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A real Alertmanager that sends what it is told on to a receiver of the test. */
final class AlertmanagerServer implements AutoCloseable {
    /** What Debian calls it. */
    static final String PROGRAM = "prometheus-alertmanager";

    private final Process process;
    private final int port;
    private final HttpServer receiver;
    private final List<String> received;

    private AlertmanagerServer(Process process, int port, HttpServer receiver, List<String> received) {
        this.process = process;
        this.port = port;
        this.receiver = receiver;
        this.received = received;
    }

    static AlertmanagerServer start(Path folder) throws IOException {
        List<String> received = new CopyOnWriteArrayList<>();
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        receiver.start();
        Path config = Files.writeString(folder.resolve("alertmanager.yml"), """
                route:
                  receiver: test
                  group_by: ['...']
                  group_wait: 1s
                  group_interval: 1s
                receivers:
                  - name: test
                    webhook_configs:
                      - url: http://127.0.0.1:%d/
                """.formatted(
                        receiver.getAddress().getPort()));
        int port = RunningSystem.freePorts(1).get(0);
        Process process = new ProcessBuilder(
                        PROGRAM,
                        "--config.file=" + config,
                        "--storage.path=" + folder.resolve("alertmanager"),
                        "--cluster.listen-address=",
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("alertmanager.log").toFile())
                .start();
        return new AlertmanagerServer(process, port, receiver, received);
    }

    int port() {
        return port;
    }

    /** The notifications that arrived, as JSON. */
    List<String> received() {
        return received;
    }

    @Override
    public void close() {
        PrometheusServer.end(process, 20, TimeUnit.SECONDS);
        receiver.stop(0);
    }
}
