package io.musemeter.modelclient;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FailuresTest {
    @Test
    void aRefusalIsFoundBeneathWhatItWasWrappedIn() {
        RefusedException refused = new RefusedException(429, "slow down", Optional.empty());

        assertThat(Failures.refusal(new IllegalStateException(new RuntimeException(refused))))
                .contains(refused);
        assertThat(Failures.refusal(new IllegalStateException())).isEmpty();
    }

    @Test
    void anAnswerThatIsNoJsonIsMalformedAndNoLostConnection() {
        IOException notJson = new JsonParseException(null, "no");

        assertThat(Failures.malformed(new RuntimeException(notJson))).isTrue();
        assertThat(Failures.disconnected(new RuntimeException(notJson))).isFalse();
        assertThat(Failures.disconnected(new RuntimeException(new ConnectException())))
                .isTrue();
    }

    @Test
    void whereNoConnectionCameToBeNothingWasSent() {
        assertThat(Failures.unreachable(new RuntimeException(new ConnectException())))
                .isTrue();
        assertThat(Failures.unreachable(new RuntimeException(new IOException("reset"))))
                .isFalse();
    }

    @Test
    void whereTheServerFailedTheModelIsUnavailableAndWorthAnotherTry() {
        assertThat(new RefusedException(503, "", Optional.empty()).unavailable())
                .isTrue();
        assertThat(new RefusedException(503, "", Optional.empty()).passing()).isTrue();
        assertThat(new RefusedException(429, "", Optional.empty()).unavailable())
                .isFalse();
        assertThat(new RefusedException(429, "", Optional.empty()).passing()).isTrue();
        assertThat(new RefusedException(400, "", Optional.empty()).passing()).isFalse();
    }
}
