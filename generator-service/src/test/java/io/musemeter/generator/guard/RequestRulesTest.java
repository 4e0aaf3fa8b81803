package io.musemeter.generator.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestRulesTest {
    private static final RequestRules OPEN = new RequestRules(Optional.empty(), List.of("localhost", "127.0.0.1"));
    private static final RequestRules CLOSED = new RequestRules(Optional.of("secret"), List.of("localhost"));

    private static RequestRules.Request post(String host, String origin, String contentType) {
        return new RequestRules.Request("POST", "/api/stories", "http", host, origin, contentType, null);
    }

    private static int status(RequestRules rules, RequestRules.Request request) {
        return rules.refusal(request).map(RequestRules.Refusal::status).orElse(200);
    }

    @Test
    void aProgramOnThisMachineIsLetThrough() {
        assertThat(status(OPEN, post("localhost:8081", null, "application/json; charset=utf-8")))
                .isEqualTo(200);
    }

    @Test
    void aPageOfThisOriginIsLetThrough() {
        assertThat(status(OPEN, post("localhost:8081", "http://localhost:8081", "application/json")))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "http://localhost:8080", "https://localhost:8081", "null"})
    void anotherSitesPageIsRefused(String origin) {
        assertThat(status(OPEN, post("localhost:8081", origin, "application/json")))
                .isEqualTo(403);
    }

    @Test
    void aReboundNameIsRefused() {
        assertThat(status(OPEN, post("evil.example:8081", null, "application/json")))
                .isEqualTo(403);
        assertThat(status(OPEN, post(null, null, "application/json"))).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""})
    void whatAPlainFormCanSendIsRefused(String contentType) {
        assertThat(status(OPEN, post("localhost", null, contentType))).isEqualTo(415);
    }

    @Test
    void readingNeedsNoHeader() {
        assertThat(status(
                        OPEN, new RequestRules.Request("GET", "/api/sweeps", "http", "evil.example", null, null, null)))
                .isEqualTo(200);
    }

    @Test
    void withATokenEverythingButHealthAsksForIt() {
        assertThat(status(CLOSED, request("/api/sweeps", null))).isEqualTo(401);
        assertThat(status(CLOSED, request("/q/metrics", "Bearer wrong"))).isEqualTo(401);
        assertThat(status(CLOSED, request("/api/sweeps", "Bearer secret"))).isEqualTo(200);
        assertThat(status(CLOSED, request("/q/health/ready", null))).isEqualTo(200);
    }

    private static RequestRules.Request request(String path, String authorization) {
        return new RequestRules.Request("GET", path, "http", "localhost", null, null, authorization);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.8.8.8"})
    void loopbackNeedsNoToken(String host) {
        assertThatCode(() -> BindRule.check(host, false)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
    void anyOtherAddressNeedsOne(String host) {
        assertThatThrownBy(() -> BindRule.check(host, false)).hasMessageContaining("musemeter.generator.token");
        assertThatCode(() -> BindRule.check(host, true)).doesNotThrowAnyException();
    }
}
