package io.musemeter.aggregator.topology;

import io.musemeter.aggregator.series.Acceptance;
import io.musemeter.events.EventJson;
import io.musemeter.events.LateDecision;
import io.musemeter.events.Score;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Record;

/** Records for the topic of late decisions: of every refusal, and of every acceptance of a score over an hour behind its series. */
final class LateDecisions {
    private static final long LATE = Duration.ofHours(1).toMillis();

    private LateDecisions() {}

    /**
     * What is to be recorded of a score.
     *
     * @param timeMillis event time as it was judged
     * @param watermarkMillis watermark of its series before it came
     */
    static Optional<Record<byte[], byte[]>> of(
            Score score, Acceptance acceptance, long timeMillis, long watermarkMillis, long nowMillis) {
        boolean refused = acceptance == Acceptance.LATE;
        boolean live = !score.series().source().finite();
        if (!refused && !(live && acceptance == Acceptance.COUNTED && timeMillis < watermarkMillis - LATE)) {
            return Optional.empty();
        }
        String id = score.scoreId();
        LateDecision decision = new LateDecision(
                id,
                score.series().seriesId(),
                Instant.ofEpochMilli(timeMillis),
                Instant.ofEpochMilli(watermarkMillis),
                !refused);
        return Optional.of(new Record<>(id.getBytes(StandardCharsets.UTF_8), EventJson.write(decision), nowMillis));
    }
}
