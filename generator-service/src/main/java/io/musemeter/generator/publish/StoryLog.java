package io.musemeter.generator.publish;

import io.micrometer.core.instrument.MeterRegistry;
import io.musemeter.events.CloudEventHeaders;
import io.musemeter.events.EventJson;
import io.musemeter.events.Exemplar;
import io.musemeter.events.Rejected;
import io.musemeter.events.Story;
import io.musemeter.events.topics.Topic;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jspecify.annotations.Nullable;

/**
 * Appends to the generator's topics through one producer. Each {@link Uni} completes when Kafka has acknowledged; nothing
 * is sent before somebody subscribes.
 */
@ApplicationScoped
public class StoryLog {
    private static final String SERVICE = "generator";

    private final MutinyEmitter<Record<String, byte[]>> events;
    private final StoryCounters counters;

    StoryLog(
            // Callers bound what they have in flight; a buffer with an edge would turn load into exceptions.
            @Channel("events") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<Record<String, byte[]>> events,
            MeterRegistry meters) {
        this.events = events;
        this.counters = new StoryCounters(meters);
    }

    /** Appends a story to {@code stories}, keyed by its id. */
    public Uni<Void> append(Story story) {
        Map<String, String> headers = CloudEventHeaders.of(
                story.storyId(), SERVICE, "story", story.eventTime(), story.traceId(), story.spanId());
        return send(Topic.STORIES, story.storyId(), EventJson.write(story), headers)
                .invoke(() -> counters.accepted(story));
    }

    /** Appends an exemplar to {@code exemplars}, keyed by its hash. */
    public Uni<Void> append(Exemplar exemplar) {
        Map<String, String> headers =
                CloudEventHeaders.of(exemplar.exemplarHash(), SERVICE, "exemplar", exemplar.eventTime(), null, null);
        return send(Topic.EXEMPLARS, exemplar.exemplarHash(), EventJson.write(exemplar), headers);
    }

    /** Appends a record that broke the contract to {@code stories.rejected}, keyed by its origin. */
    public Uni<Void> append(Rejected rejected) {
        Map<String, String> headers =
                CloudEventHeaders.of(rejected.origin().key(), SERVICE, "rejected", rejected.eventTime(), null, null);
        return send(Topic.STORIES_REJECTED, rejected.origin().key(), EventJson.write(rejected), headers)
                .invoke(() -> counters.rejected(rejected.field()));
    }

    /** Erases a story: a tombstone in {@code stories}, which compaction puts in the place of its text. */
    public Uni<Void> erase(String storyId) {
        return send(Topic.STORIES, storyId, null, Map.of());
    }

    /** Erases an exemplar; stories that name it cannot be compared any more. */
    public Uni<Void> eraseExemplar(String exemplarHash) {
        return send(Topic.EXEMPLARS, exemplarHash, null, Map.of());
    }

    /** Erases a record that broke the contract, by the key of its origin. */
    public Uni<Void> eraseRejected(String originKey) {
        return send(Topic.STORIES_REJECTED, originKey, null, Map.of());
    }

    /** A live story's prompt was one name too many. */
    public void promptBeyond() {
        counters.promptBeyond();
    }

    /** A story was left out by sampling. */
    public void sampledOut() {
        counters.sampledOut();
    }

    private Uni<Void> send(Topic topic, String key, byte @Nullable [] value, Map<String, String> headers) {
        RecordHeaders kafkaHeaders = new RecordHeaders();
        headers.forEach((name, text) -> kafkaHeaders.add(name, text.getBytes(StandardCharsets.UTF_8)));
        OutgoingKafkaRecordMetadata<String> metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(topic.topicName())
                .withHeaders(kafkaHeaders)
                .build();
        return events.sendMessage(Message.of(Record.of(key, value)).addMetadata(metadata));
    }
}
