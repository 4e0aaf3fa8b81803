package io.musemeter.generator.scoresout;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.trace.v1.Span;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A receiver of OTLP that reads what it is sent as protobuf, and is out of order for as long as it is told. */
public class OtlpReceiver implements QuarkusTestResourceLifecycleManager {
    private static final List<LogRecord> EVENTS = new CopyOnWriteArrayList<>();
    private static final List<Span> SPANS = new CopyOnWriteArrayList<>();
    private static final ConcurrentLinkedQueue<Integer> REFUSALS = new ConcurrentLinkedQueue<>();
    private static final AtomicInteger REFUSED = new AtomicInteger();
    private static volatile boolean away;

    private HttpServer server;

    static List<LogRecord> events() {
        return EVENTS;
    }

    static List<Span> spans() {
        return SPANS;
    }

    /** The next requests are answered with these statuses, whatever they hold. */
    static void refuse(Integer... statuses) {
        REFUSALS.addAll(List.of(statuses));
    }

    /** Whether every request is answered with 503. */
    static void away(boolean isAway) {
        away = isAway;
    }

    /** Number of requests that were refused so far. */
    static int refused() {
        return REFUSED.get();
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext(
                "/v1/logs",
                exchange -> answer(
                        exchange,
                        body -> ExportLogsServiceRequest.parseFrom(body)
                                .getResourceLogsList()
                                .forEach(resource -> resource.getScopeLogsList()
                                        .forEach(scope -> EVENTS.addAll(scope.getLogRecordsList())))));
        server.createContext(
                "/v1/traces",
                exchange -> answer(
                        exchange,
                        body -> ExportTraceServiceRequest.parseFrom(body)
                                .getResourceSpansList()
                                .forEach(resource -> resource.getScopeSpansList()
                                        .forEach(scope -> SPANS.addAll(scope.getSpansList())))));
        server.start();
        return Map.of(
                "musemeter.generator.scores-out.endpoint",
                "http://127.0.0.1:" + server.getAddress().getPort());
    }

    private interface Reader {
        void read(byte[] body) throws IOException;
    }

    private static void answer(HttpExchange exchange, Reader reader) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Integer refusal = away ? Integer.valueOf(503) : REFUSALS.poll();
            if (refusal != null) {
                REFUSED.incrementAndGet();
                exchange.sendResponseHeaders(refusal, -1);
            } else if (!"application/x-protobuf"
                    .equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
                exchange.sendResponseHeaders(415, -1);
            } else {
                reader.read(body);
                exchange.sendResponseHeaders(200, -1);
            }
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
