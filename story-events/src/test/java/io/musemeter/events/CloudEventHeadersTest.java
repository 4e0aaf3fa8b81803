package io.musemeter.events;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventHeadersTest {

    @ParameterizedTest
    @ValueSource(strings = {"io.musemeter.story.v2", "io.musemeter.score.v1", "", "story"})
    void anotherTypeOrVersionIsRefusedByTheHeadersName(String type) {
        assertThatThrownBy(() -> CloudEventHeaders.requireType(type.getBytes(StandardCharsets.UTF_8), "story"))
                .isInstanceOf(InvalidEventException.class)
                .hasMessageContaining("ce_type")
                .hasMessageContaining("io.musemeter.story.v1");
    }

    @Test
    void theTypeThatIsWrittenIsTheTypeThatIsTaken() {
        byte[] written = CloudEventHeaders.of("id", "generator", "story", Instant.EPOCH, null, null)
                .get(CloudEventHeaders.TYPE)
                .getBytes(StandardCharsets.UTF_8);

        assertThatCode(() -> CloudEventHeaders.requireType(written, "story")).doesNotThrowAnyException();
    }

    @Test
    void aRecordWithoutTypeIsTakenForWhatItsTopicHolds() {
        assertThatCode(() -> CloudEventHeaders.requireType(null, "story")).doesNotThrowAnyException();
    }
}
