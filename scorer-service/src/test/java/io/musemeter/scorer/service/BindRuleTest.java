package io.musemeter.scorer.service;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BindRuleTest {
    private static final Optional<String> TOKEN = Optional.of("a-token-of-enough-characters");

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1", "localhost"})
    void aLoopbackAddressNeedsNoToken(String host) {
        assertThatCode(() -> BindRule.check(host, Optional.empty())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
    void anAddressOthersCanReachNeedsAToken(String host) {
        assertThatIllegalStateException()
                .isThrownBy(() -> BindRule.check(host, Optional.empty()))
                .withMessageContaining("quarkus.http.host")
                .withMessageContaining("musemeter.scorer.token");
        assertThatCode(() -> BindRule.check(host, TOKEN)).doesNotThrowAnyException();
    }

    @Test
    void aBlankTokenIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> BindRule.check("127.0.0.1", Optional.of(" ")))
                .withMessageContaining("musemeter.scorer.token");
    }
}
