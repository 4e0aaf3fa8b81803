package io.musemeter.scorer.judge.wire;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Duration;

/** Makes a {@link BoundedHttpClient}; of the two timeouts it is offered, the whole answer's is the one that counts. */
final class BoundedHttpClientBuilder implements HttpClientBuilder {
    private Duration timeout;

    BoundedHttpClientBuilder(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public Duration connectTimeout() {
        return timeout;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration connectTimeout) {
        return this;
    }

    @Override
    public Duration readTimeout() {
        return timeout;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration readTimeout) {
        timeout = readTimeout;
        return this;
    }

    @Override
    public HttpClient build() {
        return new BoundedHttpClient(timeout);
    }
}
