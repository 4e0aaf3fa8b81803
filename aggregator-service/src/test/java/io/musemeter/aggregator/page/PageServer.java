package io.musemeter.aggregator.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.musemeter.aggregator.api.CatalogueResource;
import io.musemeter.events.EventJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Serves the page's own files and the chart library as the aggregator does, with answers that a test sets. */
final class PageServer implements AutoCloseable {
    private static final String FILES = "/META-INF/resources";
    private static final String LIBRARY = "/webjars/uplot/";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css",
            "js", "text/javascript",
            "svg", "image/svg+xml");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile int status = 200;
    private volatile byte[] correlations;
    private final Map<String, byte[]> others = new ConcurrentHashMap<>();

    private PageServer(String correlations) {
        this.correlations = correlations.getBytes(StandardCharsets.UTF_8);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::file);
        server.createContext("/api/correlations", this::correlations);
        server.createContext(
                "/api/metrics", exchange -> send(exchange, 200, "application/json", new CatalogueResource().metrics()));
        List.of("policy", "spread", "pooled", "comparisons", "tradeoff")
                .forEach(name -> server.createContext("/api/" + name, this::other));
        server.setExecutor(threads);
        server.start();
    }

    /** A server whose {@code GET /api/correlations} answers this. */
    static PageServer answering(String correlations) {
        return new PageServer(correlations);
    }

    /** Answers something else from now on. */
    void answer(String json) {
        correlations = json.getBytes(StandardCharsets.UTF_8);
        status = 200;
    }

    /** Answers this at another address than the correlations', whatever the question. */
    PageServer also(String path, String json) {
        others.put(path, json.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    private void other(HttpExchange exchange) throws IOException {
        byte[] empty = "[]".getBytes(StandardCharsets.UTF_8);
        send(
                exchange,
                200,
                "application/json",
                others.getOrDefault(exchange.getRequestURI().getPath(), empty));
    }

    /** Answers with nothing but this status from now on. */
    void refuse(int withStatus) {
        status = withStatus;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void correlations(HttpExchange exchange) throws IOException {
        byte[] body = status == 200 ? asked(exchange.getRequestURI().getQuery()) : new byte[0];
        send(exchange, status, "application/json", body);
    }

    /** Every parameter of the query narrows the answer to the series that have this value. */
    private byte[] asked(String query) throws IOException {
        JsonNode all = EventJson.mapper().readTree(correlations);
        if (!all.isArray()) {
            return correlations;
        }
        List<String[]> wanted =
                Stream.of(query.split("&")).map(each -> each.split("=", 2)).toList();
        List<JsonNode> matching = StreamSupport.stream(all.spliterator(), false)
                .filter(series -> wanted.stream()
                        .allMatch(each -> series.path(each[0]).asText().equals(each[1])))
                .toList();
        return EventJson.write(matching);
    }

    private void file(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String name = path.equals("/") ? "/index.html" : path.replace(LIBRARY, LIBRARY + libraryVersion() + "/");
        try (InputStream file = PageServer.class.getResourceAsStream(FILES + name)) {
            if (file == null || name.contains("..")) {
                send(exchange, 404, "text/plain", new byte[0]);
                return;
            }
            String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
            send(exchange, 200, type, file.readAllBytes());
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        protect(exchange, type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void protect(HttpExchange exchange, String type) {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'self'");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
    }

    private static String libraryVersion() throws IOException {
        Properties jar = new Properties();
        try (InputStream file =
                PageServer.class.getResourceAsStream("/META-INF/maven/org.webjars.npm/uplot/pom.properties")) {
            jar.load(file);
        }
        return jar.getProperty("version");
    }
}
