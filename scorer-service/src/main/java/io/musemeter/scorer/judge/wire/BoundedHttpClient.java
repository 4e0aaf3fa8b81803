package io.musemeter.scorer.judge.wire;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import io.musemeter.scorer.judge.JudgeCallException;
import io.musemeter.scorer.judge.JudgeCallException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends a request and reads the whole answer within one span of time and a bound of size, and hears what a refusal says of
 * when to come back. Text of the provider is neither logged nor kept.
 */
final class BoundedHttpClient implements HttpClient {
    private static final int MOST_BYTES = 1 << 20;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int SERVER_ERRORS = 500;

    private final java.net.http.HttpClient http;
    private final Duration timeout;

    /** @param timeout from the first byte sent to the last received */
    BoundedHttpClient(Duration timeout) {
        this.timeout = timeout;
        this.http = java.net.http.HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        CompletableFuture<SuccessfulHttpResponse> answer = http.sendAsync(
                        translated(request), HttpResponse.BodyHandlers.ofInputStream())
                .thenApplyAsync(BoundedHttpClient::read);
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new JudgeCallException(Kind.TIMED_OUT, Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JudgeCallException(Kind.UNAVAILABLE, Optional.empty());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof JudgeCallException known) {
                throw known;
            }
            throw new JudgeCallException(Kind.UNAVAILABLE, Optional.empty());
        }
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("a judge's answer is not streamed");
    }

    private java.net.http.HttpRequest translated(HttpRequest request) {
        java.net.http.HttpRequest.Builder translated = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .timeout(timeout)
                .method(request.method().name(), java.net.http.HttpRequest.BodyPublishers.ofString(request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> translated.header(name, value)));
        return translated.build();
    }

    private static SuccessfulHttpResponse read(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            refuse(response);
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new JudgeCallException(Kind.MALFORMED, Optional.empty());
            }
            return SuccessfulHttpResponse.builder()
                    .statusCode(response.statusCode())
                    .headers(response.headers().map())
                    .body(new String(bytes, StandardCharsets.UTF_8))
                    .build();
        } catch (IOException e) {
            throw new JudgeCallException(Kind.UNAVAILABLE, Optional.empty());
        }
    }

    private static void refuse(HttpResponse<InputStream> response) {
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
            return;
        }
        Optional<Duration> retryAfter =
                response.headers().firstValue("Retry-After").flatMap(RetryAfter::parse);
        if (status == TOO_MANY_REQUESTS) {
            throw new JudgeCallException(Kind.RATE_LIMITED, retryAfter);
        }
        if (status >= SERVER_ERRORS || status == REQUEST_TIMEOUT) {
            throw new JudgeCallException(Kind.UNAVAILABLE, retryAfter);
        }
        throw new JudgeCallException(Kind.REFUSED, Optional.empty());
    }
}
