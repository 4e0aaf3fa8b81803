package io.musemeter.generator.provider;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import io.musemeter.generator.pressure.Bodies;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;

/** The way to a provider: bounded answers, and refusals that keep their Retry-After. */
final class ProviderHttp implements HttpClient {
    private static final long LARGEST = 16L << 20;

    private final java.net.http.HttpClient client;
    private final Duration timeout;
    private final Clock clock;

    ProviderHttp(Duration timeout, Clock clock) {
        this.timeout = timeout;
        this.clock = clock;
        this.client = java.net.http.HttpClient.newBuilder()
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        java.net.http.HttpRequest.Builder out = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .timeout(timeout)
                .method(request.method().name(), java.net.http.HttpRequest.BodyPublishers.ofString(request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> out.header(name, value)));
        try {
            return answer(client.send(out.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for a provider", e);
        }
    }

    private SuccessfulHttpResponse answer(HttpResponse<InputStream> response) throws IOException {
        try (InputStream in = response.body()) {
            String body = new String(Bodies.read(in, null, LARGEST), StandardCharsets.UTF_8);
            if (response.statusCode() / 100 != 2) {
                throw new RefusedException(
                        response.statusCode(),
                        body,
                        RetryAfter.parse(
                                response.headers().firstValue("Retry-After").orElse(null), clock));
            }
            return SuccessfulHttpResponse.builder()
                    .statusCode(response.statusCode())
                    .headers(response.headers().map())
                    .body(body)
                    .build();
        }
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("stories are asked for whole");
    }

    /** Hands out one client, whatever is set on it. */
    static HttpClientBuilder builder(Duration timeout, Clock clock) {
        return new HttpClientBuilder() {
            @Override
            public Duration connectTimeout() {
                return timeout;
            }

            @Override
            public HttpClientBuilder connectTimeout(Duration other) {
                return this;
            }

            @Override
            public Duration readTimeout() {
                return timeout;
            }

            @Override
            public HttpClientBuilder readTimeout(Duration other) {
                return this;
            }

            @Override
            public HttpClient build() {
                return new ProviderHttp(timeout, clock);
            }
        };
    }
}
