package io.musemeter.aggregator.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestRulesTest {
    private static final RequestRules OPEN = new RequestRules(Optional.empty(), List.of("localhost"));
    private static final RequestRules CLOSED = new RequestRules(Optional.of("s3cret"), List.of("localhost"));

    private static RequestRules.Request post(String host, String origin, String contentType) {
        return new RequestRules.Request("POST", "/api/ratings", "http", host, origin, contentType, null);
    }

    private static RequestRules.Request get(String path, String authorization) {
        return new RequestRules.Request("GET", path, "http", "evil.example", null, null, authorization);
    }

    @Test
    void readingNeedsNothingOnLoopback() {
        assertThat(OPEN.refusal(get("/api/correlations", null))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "evil.example:8080,,application/json,403,Host",
        "localhost:8080,http://evil.example,application/json,403,Origin",
        "localhost:8080,http://localhost:9999,application/json,403,Origin",
        "localhost:8080,,text/plain,415,Content-Type",
        "localhost:8080,,,415,Content-Type"
    })
    void aChangingRequestOfAnotherSiteIsRefused(
            String host, String origin, String contentType, int status, String header) {
        assertThat(OPEN.refusal(post(host, origin, contentType))).hasValueSatisfying(refusal -> {
            assertThat(refusal.status()).isEqualTo(status);
            assertThat(refusal.header()).isEqualTo(header);
        });
    }

    @Test
    void aChangingRequestOfThePageItselfIsTaken() {
        assertThat(OPEN.refusal(post("localhost:8080", "http://localhost:8080", "application/json; charset=utf-8")))
                .isEmpty();
    }

    @Test
    void withATokenEveryRequestButHealthCarriesIt() {
        String basic = Base64.getEncoder().encodeToString("me:s3cret".getBytes(StandardCharsets.UTF_8));

        assertThat(CLOSED.refusal(get("/q/health/ready", null))).isEmpty();
        assertThat(CLOSED.refusal(get("/", "Bearer s3cret"))).isEmpty();
        assertThat(CLOSED.refusal(get("/", "Basic " + basic))).isEmpty();
        assertThat(CLOSED.refusal(get("/", null))).isPresent();
        assertThat(CLOSED.refusal(get("/q/healthy", null))).isPresent();
        assertThat(CLOSED.refusal(get("/q/metrics", "Bearer wrong"))).isPresent();
        assertThat(CLOSED.refusal(get("/", "Basic !!!"))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1"})
    void loopbackNeedsNoToken(String host) {
        assertThatCode(() -> BindRule.check(host, false)).doesNotThrowAnyException();
    }

    @Test
    void anAddressThatOthersReachNeedsAToken() {
        assertThatThrownBy(() -> BindRule.check("0.0.0.0", false)).hasMessageContaining("musemeter.aggregator.token");
        assertThatCode(() -> BindRule.check("0.0.0.0", true)).doesNotThrowAnyException();
    }
}
