package io.musemeter.scorer.pipeline;

import io.musemeter.events.EventJson;
import io.musemeter.events.InvalidEventException;
import io.musemeter.events.Score;
import io.musemeter.events.Story;
import io.musemeter.events.StoryOutcome;
import io.musemeter.scorer.exemplars.ExemplarStore;
import io.musemeter.scorer.exemplars.StoryExemplar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** What a family does with one record of {@code stories}: score it, reject it, or pass over one that was erased. */
public final class StoryHandler {
    private final FamilyScorer<?> scorer;
    private final Relabelling relabelling;
    private final ExemplarStore exemplars;
    private final ScorePublisher publisher;
    private final FamilyMeters meters;
    private final Duration exemplarWait;
    private final Clock clock;

    /** @param exemplarWait how long after its arrival in the topic a story waits for its exemplar at most */
    public StoryHandler(
            FamilyScorer<?> scorer,
            Relabelling relabelling,
            ExemplarStore exemplars,
            ScorePublisher publisher,
            FamilyMeters meters,
            Duration exemplarWait,
            Clock clock) {
        this.scorer = scorer;
        this.relabelling = relabelling;
        this.exemplars = exemplars;
        this.publisher = publisher;
        this.meters = meters;
        this.exemplarWait = exemplarWait;
        this.clock = clock;
    }

    /**
     * Handles a record.
     *
     * @return what it sent, to be awaited before the record counts as done
     */
    public List<Future<RecordMetadata>> handle(ConsumerRecord<byte[], byte[]> message) throws InterruptedException {
        if (message.value() == null) {
            meters.story(StoryFate.ERASED);
            return List.of();
        }
        Story story;
        try {
            story = relabelling.apply(EventJson.read(message.value(), Story.class));
        } catch (InvalidEventException e) {
            meters.story(StoryFate.REJECTED);
            return List.of(publisher.reject(message, e));
        }
        List<Score> scores = score(story, Instant.ofEpochMilli(message.timestamp()));
        if (Thread.interrupted()) {
            // What a scorer says that was told to stop is not to be believed.
            throw new InterruptedException();
        }
        meters.story(story.outcome() instanceof StoryOutcome.Written ? StoryFate.SCORED : StoryFate.NOT_WRITTEN);
        scores.forEach(score -> meters.score(score.outcome()));
        return scores.stream().map(publisher::publish).toList();
    }

    private List<Score> score(Story story, Instant arrived) throws InterruptedException {
        StoryExemplar exemplar = exemplarOf(story, arrived);
        long start = System.nanoTime();
        List<Score> scores = scorer.score(story, exemplar);
        meters.scored(Duration.ofNanos(System.nanoTime() - start));
        return scores;
    }

    private StoryExemplar exemplarOf(Story story, Instant arrived) throws InterruptedException {
        if (!scorer.comparesWithExemplar() || !(story.outcome() instanceof StoryOutcome.Written)) {
            return new StoryExemplar.Unnamed();
        }
        // Measured from its arrival, so that many stories in want of an exemplar delay those behind them once, not
        // each.
        Duration left = Duration.between(clock.instant(), arrived.plus(exemplarWait));
        return exemplars.await(story.exemplarHash(), left.compareTo(exemplarWait) > 0 ? exemplarWait : left);
    }
}
