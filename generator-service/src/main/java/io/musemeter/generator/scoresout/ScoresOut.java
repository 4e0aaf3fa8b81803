package io.musemeter.generator.scoresout;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.musemeter.events.InvalidEventException;
import io.musemeter.events.Score;
import io.musemeter.events.ScoreReader;
import io.musemeter.generator.config.GeneratorConfig;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Sends every score of a traced story to the configured receiver. A batch's offsets are committed once the receiver has
 * answered it: a process that ends before sends the batch again, so a score may arrive twice and none is lost.
 */
@ApplicationScoped
public class ScoresOut {
    private static final Logger LOG = Logger.getLogger(ScoresOut.class);

    private final OtlpSender sender;
    private final MeterRegistry meters;

    ScoresOut(GeneratorConfig config, MeterRegistry meters) {
        this.sender = new OtlpSender(config.scoresOut(), Clock.systemUTC());
        this.meters = meters;
    }

    /** Sends one batch, however long the receiver is away. */
    @Incoming("scores-out")
    public Uni<Void> send(ConsumerRecords<byte[], byte[]> batch) {
        List<TracedScore> traced = traced(batch);
        if (traced.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return sender.send(traced)
                .invoke(rejected -> {
                    count("sent", traced.size() - rejected);
                    count("refused", rejected);
                })
                .onFailure(ReceiverException.class)
                .recoverWithItem(refused -> {
                    LOG.errorf("%d scores are not sent: %s", traced.size(), refused.getMessage());
                    count("refused", traced.size());
                    return (long) traced.size();
                })
                .replaceWithVoid();
    }

    private List<TracedScore> traced(ConsumerRecords<byte[], byte[]> batch) {
        ScoreReader reader = new ScoreReader();
        List<TracedScore> traced = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : batch) {
            try {
                Score score = reader.read(record.value());
                TracedScore.of(score).ifPresentOrElse(traced::add, () -> count("untraced", 1));
            } catch (InvalidEventException e) {
                // The aggregator, which must not lose it, keeps it in scores.rejected.
                count("invalid", 1);
            }
        }
        return traced;
    }

    private void count(String result, long scores) {
        Counter.builder("musemeter.generator.scores.out")
                .description("Scores by what became of them on their way out")
                .tag("result", result)
                .register(meters)
                .increment(scores);
    }
}
