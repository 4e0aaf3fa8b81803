package io.musemeter.generator.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

class LogFailuresTest {
    @Test
    void whatNoBrokerWillTakeIsPermanent() {
        assertThat(LogFailures.permanent(new IllegalStateException(new RecordTooLargeException())))
                .isTrue();
    }

    @Test
    void whatMayPassIsNot() {
        assertThat(LogFailures.permanent(new TimeoutException())).isFalse();
        assertThat(LogFailures.permanent(new NotLeaderOrFollowerException())).isFalse();
        assertThat(LogFailures.permanent(new TopicAuthorizationException("stories")))
                .isFalse();
        assertThat(LogFailures.permanent(new IllegalStateException())).isFalse();
    }
}
