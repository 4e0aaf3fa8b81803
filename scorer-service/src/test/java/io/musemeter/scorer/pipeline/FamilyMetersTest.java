package io.musemeter.scorer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class FamilyMetersTest {
    /** Else a re-scoring would count as owner of live partitions, and its lag as theirs. */
    @Test
    void aReScoringIsNoPartOfTheFiguresOfLiveScoring() {
        MeterRegistry registry = new SimpleMeterRegistry();
        FamilyMeters live = new FamilyMeters(registry, FamilyName.LEXICAL, false);
        FamilyMeters again = new FamilyMeters(registry, FamilyName.LEXICAL, true);

        live.partitions(0, 2);
        again.partitions(0, 48);
        again.lag(0, 1_000);
        again.story(StoryFate.SCORED);

        assertThat(registry.get("musemeter.scorer.partitions")
                        .tag("purpose", "live")
                        .gauge()
                        .value())
                .isEqualTo(2);
        assertThat(registry.find("musemeter.scorer.lag").tag("purpose", "live").gauge())
                .isNull();
        assertThat(registry.get("musemeter.scorer.stories")
                        .tags("purpose", "live", "fate", StoryFate.SCORED.text())
                        .counter()
                        .count())
                .isZero();
        assertThat(registry.getMeters()).allMatch(meter -> meter.getId().getTag("purpose") != null);
    }
}
