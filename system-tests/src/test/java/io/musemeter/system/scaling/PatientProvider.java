package io.musemeter.system.scaling;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A model behind OpenAI's wire format that takes the same time over every answer, however many ask at once. */
final class PatientProvider implements AutoCloseable {
    private static final byte[] ANSWER =
            ("{\"id\":\"1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"stub\",\"choices\":[{\"index\":0,"
                            + "\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\","
                            + "\"content\":\"{\\\"cohesion\\\": 4, \\\"coherence\\\": 2}\"}}],"
                            + "\"usage\":{\"prompt_tokens\":300,\"completion_tokens\":20,\"total_tokens\":320}}")
                    .getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Duration time;

    private PatientProvider(HttpServer server, Duration time) {
        this.server = server;
        this.time = time;
    }

    static PatientProvider start(Duration time) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        PatientProvider provider = new PatientProvider(server, time);
        server.setExecutor(provider.threads);
        server.createContext("/v1/chat/completions", provider::ask);
        server.start();
        return provider;
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    @Override
    public void close() {
        server.stop(0);
        clock.shutdownNow();
        threads.shutdownNow();
    }

    private void ask(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        clock.schedule(() -> threads.execute(() -> answer(exchange)), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void answer(HttpExchange exchange) {
        try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, ANSWER.length);
            exchange.getResponseBody().write(ANSWER);
        } catch (IOException e) {
            // Who asked has been killed meanwhile.
            exchange.close();
        }
    }
}
