package io.musemeter.launcher.rescore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RescoreProgressTest {
    private static final TopicPartition FIRST = new TopicPartition("stories", 0);
    private static final TopicPartition SECOND = new TopicPartition("stories", 1);
    private static final Map<TopicPartition, Long> BEGINS = Map.of(FIRST, 10L, SECOND, 0L);
    private static final Map<TopicPartition, Long> ENDS = Map.of(FIRST, 30L, SECOND, 5L);

    @Test
    void countsWhatEachFamilyHasDone() {
        RescoreProgress progress = RescoreProgress.of(
                BEGINS, ENDS, Map.of("lexical", Map.of(FIRST, 15L, SECOND, 5L), "cohesion", Map.of()));

        assertThat(progress).isEqualTo(new RescoreProgress(50, 10));
        assertThat(progress.complete()).isFalse();
    }

    @Test
    void whatWasReadBeyondTheEndCountsForNothing() {
        RescoreProgress progress =
                RescoreProgress.of(BEGINS, ENDS, Map.of("lexical", Map.of(FIRST, 300L, SECOND, 99L)));

        assertThat(progress).isEqualTo(new RescoreProgress(25, 25));
        assertThat(progress.complete()).isTrue();
    }

    @Test
    void whatTheLogHasDroppedSinceIsNotToBeDone() {
        RescoreProgress progress =
                RescoreProgress.of(Map.of(FIRST, 40L), Map.of(FIRST, 30L), Map.of("lexical", Map.of(FIRST, 12L)));

        assertThat(progress.complete()).isTrue();
    }

    @Test
    void anEmptyLogIsDone() {
        assertThat(RescoreProgress.of(Map.of(FIRST, 0L), Map.of(FIRST, 0L), Map.of("lexical", Map.of()))
                        .complete())
                .isTrue();
    }
}
