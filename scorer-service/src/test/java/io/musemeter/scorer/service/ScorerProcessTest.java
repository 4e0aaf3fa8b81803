package io.musemeter.scorer.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The application as it is deployed, on a real broker. */
@QuarkusTest
@QuarkusTestResource(BrokerForQuarkus.class)
class ScorerProcessTest {
    private final HttpClient http = HttpClient.newHttpClient();

    @TestHTTPResource("/q/health/ready")
    URI ready;

    @TestHTTPResource("/q/health/live")
    URI live;

    @TestHTTPResource("/q/metrics")
    URI metrics;

    @Test
    void isReadyOnceItsExemplarsAreLoaded() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(get(ready).statusCode()).isEqualTo(200));
        assertThat(get(live).statusCode()).isEqualTo(200);
    }

    @Test
    void tellsPrometheusWhatItsFamiliesDo() {
        String text = get(metrics, "Authorization", "Bearer " + BrokerForQuarkus.TOKEN)
                .body();

        assertThat(text)
                .contains("musemeter_scorer_stories_total{family=\"lexical\",fate=\"scored\",purpose=\"live\"}")
                .contains(
                        "musemeter_scorer_scores_total{family=\"lexical\",outcome=\"scored\",purpose=\"live\",reason=\"none\"}")
                .contains("musemeter_scorer_scoring_seconds_bucket{family=\"lexical\",purpose=\"live\",le=\"0.01\"}")
                .contains("musemeter_scorer_lag{family=\"lexical\",purpose=\"live\"}")
                .contains("musemeter_scorer_exemplars ");
    }

    @Test
    void asksForTheTokenWhereItIsConfigured() {
        assertThat(get(metrics).statusCode()).isEqualTo(401);
        assertThat(get(metrics, "Authorization", "Bearer something-else").statusCode())
                .isEqualTo(401);
    }

    private HttpResponse<String> get(URI uri, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
