package io.musemeter.scorer.pipeline;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Measures now and then how many stories a consumer's partitions hold that are not yet handled. */
final class LagProbe {
    private static final Logger LOG = Logger.getLogger(LagProbe.class);
    private static final long PERIOD_NANOS = Duration.ofSeconds(5).toNanos();
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final FamilyMeters meters;
    private final int number;
    private long lastNanos = System.nanoTime() - PERIOD_NANOS;

    LagProbe(FamilyMeters meters, int number) {
        this.meters = meters;
        this.number = number;
    }

    /** Measures at the next call, whenever the last was. */
    void forget() {
        lastNanos = System.nanoTime() - PERIOD_NANOS;
    }

    /**
     * Measures when the last measurement is old.
     *
     * @param unhandled records polled but not yet handled
     * @return whether it was time
     */
    boolean measure(Consumer<?, ?> consumer, int unhandled) {
        long now = System.nanoTime();
        if (now - lastNanos < PERIOD_NANOS) {
            return false;
        }
        lastNanos = now;
        try {
            long lag = unhandled;
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment(), LONGEST);
            for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
                lag += Math.max(0, end.getValue() - consumer.position(end.getKey(), LONGEST));
            }
            meters.lag(number, lag);
            meters.partitions(number, ends.size());
        } catch (KafkaException e) {
            LOG.debugf("lag is unknown for now: %s", e.getClass().getSimpleName());
        }
        return true;
    }
}
