package io.musemeter.scorer.pipeline;

import io.musemeter.events.CloudEventHeaders;
import io.musemeter.events.EventJson;
import io.musemeter.events.InvalidEventException;
import io.musemeter.events.Story;
import io.musemeter.events.StoryOutcome;
import io.musemeter.scorer.exemplars.ExemplarStore;
import io.musemeter.scorer.exemplars.StoryExemplar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

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
        if (!relabelling.covers(message.partition(), message.offset())) {
            return List.of();
        }
        if (message.value() == null) {
            meters.story(StoryFate.ERASED);
            return erased(message.key());
        }
        Story story;
        try {
            CloudEventHeaders.requireType(type(message), "story");
            story = relabelling.apply(EventJson.read(message.value(), Story.class));
        } catch (InvalidEventException e) {
            meters.story(StoryFate.REJECTED);
            return List.of(publisher.reject(message, e));
        }
        StoryScores said = score(story, Instant.ofEpochMilli(message.timestamp()));
        if (Thread.interrupted()) {
            // What a scorer says that was told to stop is not to be believed.
            throw new InterruptedException();
        }
        meters.story(story.outcome() instanceof StoryOutcome.Written ? StoryFate.SCORED : StoryFate.NOT_WRITTEN);
        said.scores().forEach(score -> meters.score(score.outcome()));
        return Stream.concat(
                        said.scores().stream().map(publisher::publish),
                        said.embedding().filter(embedding -> !relabelling.again()).map(publisher::publish).stream())
                .toList();
    }

    /** What was made of an erased story's text goes with it; scores are numbers and age by themselves. */
    private List<Future<RecordMetadata>> erased(byte @Nullable [] storyId) {
        return storyId == null || !scorer.embeds() || relabelling.again()
                ? List.of()
                : List.of(publisher.eraseEmbedding(storyId));
    }

    private static byte @Nullable [] type(ConsumerRecord<?, ?> message) {
        Header type = message.headers().lastHeader(CloudEventHeaders.TYPE);
        return type == null ? null : type.value();
    }

    private StoryScores score(Story story, Instant arrived) throws InterruptedException {
        StoryExemplar exemplar = exemplarOf(story, arrived);
        long start = System.nanoTime();
        StoryScores said = scorer.score(story, exemplar);
        meters.scored(Duration.ofNanos(System.nanoTime() - start));
        return said;
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
