package io.musemeter.generator.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A provider that answers as it is told, and at last always the same. */
public final class StubProvider implements AutoCloseable {
    private final HttpServer server;
    private final Queue<Answer> answers = new ArrayDeque<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Function<String, Answer> by;
    private Answer last = Answer.written("Once.");

    /** How an answer arrives. */
    public enum Manner {
        WHOLE,
        /** Nothing comes before the stub is closed. */
        SLOW,
        /** The connection ends after half of it. */
        CUT,
        /** Half of it comes, and no more. */
        STUCK
    }

    public record Answer(int status, String body, Map<String, String> headers, Manner manner) {
        public static Answer written(String text) {
            return written(
                    text,
                    "{\"content\":[{\"token\":\"Once\",\"logprob\":-0.5,\"top_logprobs\":["
                            + "{\"token\":\"A\",\"logprob\":-1.5},{\"token\":\"Once\",\"logprob\":-0.5}]},"
                            + "{\"token\":\".\",\"logprob\":-0.25,\"top_logprobs\":[]}]}");
        }

        public static Answer written(String text, String logProbabilities) {
            return ok("{\"id\":\"chatcmpl-1\",\"model\":\"stub-2026\",\"system_fingerprint\":\"fp_1\",\"choices\":["
                    + "{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"" + text
                    + "\"},\"finish_reason\":\"stop\",\"logprobs\":" + logProbabilities + "}],"
                    + "\"usage\":{\"prompt_tokens\":4,\"completion_tokens\":2,\"total_tokens\":6}}");
        }

        public static Answer ok(String body) {
            return new Answer(200, body, Map.of(), Manner.WHOLE);
        }

        public static Answer refused(int status, String message) {
            return new Answer(status, "{\"error\":{\"message\":\"" + message + "\"}}", Map.of(), Manner.WHOLE);
        }

        /** An error as OpenAI gives it. */
        public static Answer error(int status, String parameter, String message) {
            return new Answer(
                    status,
                    "{\"error\":{\"message\":\"" + message + "\",\"type\":\"invalid_request_error\",\"param\":\""
                            + parameter + "\",\"code\":\"unsupported_parameter\"}}",
                    Map.of(),
                    Manner.WHOLE);
        }

        public Answer with(String header, String value) {
            return new Answer(status, body, Map.of(header, value), manner);
        }

        public Answer arriving(Manner as) {
            return new Answer(status, body, headers, as);
        }
    }

    public StubProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/v1/chat/completions", this::answer);
        server.start();
    }

    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    /** The bodies of the requests so far. */
    public List<String> requests() {
        return requests;
    }

    /** Answers in this order, and with the last from then on. */
    public StubProvider answering(Answer... inOrder) {
        synchronized (answers) {
            answers.addAll(List.of(inOrder));
            last = inOrder[inOrder.length - 1];
        }
        return this;
    }

    /** Answers each request by its body. */
    public StubProvider answeringBy(Function<String, Answer> script) {
        by = script;
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(request);
        Answer answer = by == null ? next() : by.apply(request);
        try (exchange) {
            if (answer.manner() == Manner.SLOW) {
                closed.await(20, TimeUnit.SECONDS);
            }
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            boolean whole = answer.manner() == Manner.WHOLE || answer.manner() == Manner.SLOW;
            exchange.getResponseBody().write(body, 0, whole ? body.length : body.length / 2);
            exchange.getResponseBody().flush();
            if (answer.manner() == Manner.STUCK) {
                closed.await(20, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer next() {
        synchronized (answers) {
            Answer next = answers.poll();
            return next == null ? last : next;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
