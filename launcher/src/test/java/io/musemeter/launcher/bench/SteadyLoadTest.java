package io.musemeter.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SteadyLoadTest {
    private static final long STALL_MILLIS = 300;

    private final Set<String> received = new ConcurrentSkipListSet<>();
    private final HttpServer server;
    private volatile boolean stalls;

    SteadyLoadTest() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/stories", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            if (stalls) {
                stalls = false;
                try {
                    TimeUnit.MILLISECONDS.sleep(STALL_MILLIS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void everyRequestIsSentOnceAndEveryAnswerCounted() throws Exception {
        LoadReport report = run(3, 30);

        assertThat(received)
                .isEqualTo(IntStream.range(0, 30)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(report.statuses()).containsExactly(Map.entry(202, 30L));
    }

    @Test
    void aStallCountsForEveryRequestThatWasDueMeanwhile() throws Exception {
        stalls = true;

        LoadReport report = run(1, 20);

        // The last one was due 19 ms after the first, which held it up: no machine is too slow for a lower bound.
        assertThat(report.millis(.01)).isGreaterThan(STALL_MILLIS - 50.0);
    }

    private LoadReport run(int connections, int requests) throws Exception {
        return new SteadyLoad(server.getAddress().getPort(), 1_000, connections)
                .run(
                        Duration.ofMillis(requests),
                        number -> Long.toString(number).getBytes(StandardCharsets.UTF_8));
    }
}
