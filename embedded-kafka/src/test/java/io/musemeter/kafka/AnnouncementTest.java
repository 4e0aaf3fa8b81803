package io.musemeter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.kafka.Announcement.Failed;
import io.musemeter.kafka.Announcement.Ready;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnnouncementTest {
    @Test
    void readyIsReadBack() {
        Announcement ready = new Ready("127.0.0.1:9092");

        assertThat(ready.line()).isEqualTo("READY bootstrap=127.0.0.1:9092");
        assertThat(Announcement.parse(ready.line())).contains(ready);
    }

    @ParameterizedTest
    @EnumSource(FailureReason.class)
    void failedIsReadBackOnOneLine(FailureReason reason) {
        Announcement failed = new Failed(reason, "first\n second");

        assertThat(failed.line()).isEqualTo("FAILED reason=" + reason + " first second");
        assertThat(Announcement.parse(failed.line())).contains(failed);
    }

    @Test
    void otherLinesAnnounceNothing() {
        assertThat(Announcement.parse("log4j: warning")).isEmpty();
    }
}
