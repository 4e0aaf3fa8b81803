package io.musemeter.scorer.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Speaks OpenAI's wire format, and misbehaves on request; the last behaviour given is kept up. */
public final class StubProvider implements AutoCloseable {
    /** What it does with one request. */
    @FunctionalInterface
    public interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Deque<Behaviour> behaviours;
    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch floodEnded = new CountDownLatch(1);
    private static final CountDownLatch NEVER = new CountDownLatch(1);

    public StubProvider(Behaviour... behaviours) {
        this.behaviours = new ArrayDeque<>(List.of(behaviours));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", this::handle);
        server.start();
    }

    /** Base URL for clients. */
    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** The bodies of the requests so far. */
    public List<JsonNode> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** Answers with that content. */
    public static Behaviour content(String content) {
        return content(content, "null");
    }

    /** Answers with that content and the given value of {@code logprobs}. */
    public static Behaviour content(String content, String logprobs) {
        try {
            return body(
                    "{\"id\":\"1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"stub\",\"choices\":[{\"index\":0,"
                            + "\"finish_reason\":\"stop\",\"logprobs\":" + logprobs
                            + ",\"message\":{\"role\":\"assistant\",\"content\":" + JSON.writeValueAsString(content)
                            + "}}],"
                            + "\"usage\":{\"prompt_tokens\":300,\"completion_tokens\":20,\"total_tokens\":320}}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers as told, but not at once. */
    public static Behaviour after(Duration time, Behaviour answer) {
        return exchange -> {
            pause(time);
            answer.answer(exchange);
        };
    }

    private static void pause(Duration time) throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    /** Answers 200 with that body. */
    public static Behaviour body(String body) {
        return exchange -> send(exchange, 200, body);
    }

    /** Refuses with that status. */
    public static Behaviour status(int status) {
        return exchange -> send(exchange, status, "{\"error\":{\"message\":\"no\"}}");
    }

    /** Refuses for load, and says when to come back. */
    public static Behaviour busy(String retryAfter) {
        return exchange -> {
            exchange.getResponseHeaders().add("Retry-After", retryAfter);
            send(exchange, 429, "{}");
        };
    }

    /** Promises a body and cuts it in the middle. */
    public static Behaviour cut() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 5_000);
            exchange.getResponseBody().write("{\"choices\":[{\"mess".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        };
    }

    /** Sends a little and then nothing more, ever. */
    public static Behaviour stall() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            try {
                NEVER.await();
            } catch (InterruptedException e) {
                exchange.close();
            }
        };
    }

    /** Sends without end, some megabytes a second. */
    public static Behaviour flood() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] spaces = " ".repeat(65_536).getBytes(StandardCharsets.UTF_8);
            while (true) {
                exchange.getResponseBody().write(spaces);
                pause(Duration.ofMillis(20));
            }
        };
    }

    /** Waits until nobody takes any more of what is sent without end. */
    public boolean awaitFloodEnd(Duration longest) throws InterruptedException {
        return floodEnded.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.add(JSON.readTree(exchange.getRequestBody()));
        Behaviour next;
        synchronized (behaviours) {
            next = behaviours.size() > 1 ? behaviours.removeFirst() : behaviours.getFirst();
        }
        try {
            next.answer(exchange);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            floodEnded.countDown();
            throw e;
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
