package io.musemeter.scorer.pipeline;

import io.musemeter.events.CloudEventHeaders;
import io.musemeter.events.EventJson;
import io.musemeter.events.Hashes;
import io.musemeter.events.InvalidEventException;
import io.musemeter.events.RecordOrigin;
import io.musemeter.events.Rejected;
import io.musemeter.events.Score;
import io.musemeter.events.correlation.StoryCount;
import io.musemeter.events.embedding.StoryEmbedding;
import io.musemeter.events.topics.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Writes scores and rejected records. Sends are asynchronous: who must know awaits the futures. */
public final class ScorePublisher {
    private static final String SERVICE = "scorer";
    /** A larger record is rejected by its hash alone: in base64 it would not fit a record itself. */
    private static final int LARGEST_KEPT = 512 * 1024;

    private final Producer<byte[], byte[]> producer;

    /** @param producer an idempotent producer that waits for all replicas */
    public ScorePublisher(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /** Sends a score to {@code scores}, keyed by its series. */
    public Future<RecordMetadata> publish(Score score) {
        Map<String, String> headers = CloudEventHeaders.of(
                score.scoreId(), SERVICE, "score", score.eventTime(), score.traceId(), score.spanId());
        return send(Topic.SCORES, score.series().seriesId(), EventJson.write(score), headers);
    }

    /** Sends a story's embedding to {@code embeddings}, keyed by the story. */
    public Future<RecordMetadata> publish(StoryEmbedding embedding) {
        return send(Topic.EMBEDDINGS, embedding.key(), embedding.value(), embedding.headers(SERVICE));
    }

    /** Sends how many stories there are to {@code story-counts}: what their scores are expected to be. */
    public Future<RecordMetadata> publish(StoryCount count) {
        return send(Topic.STORY_COUNTS, count.key(), EventJson.write(count), Map.of());
    }

    /** Erases the embedding of a story that was erased. */
    public Future<RecordMetadata> eraseEmbedding(byte[] storyId) {
        return send(Topic.EMBEDDINGS, storyId, null, Map.of());
    }

    /** Sends a record that broke the contract to {@code stories.rejected}, keyed by its origin. */
    public Future<RecordMetadata> reject(ConsumerRecord<byte[], byte[]> message, InvalidEventException problem) {
        RecordOrigin origin = new RecordOrigin(message.topic(), message.partition(), message.offset());
        Instant now = Instant.now();
        Rejected rejected = rejected(message.value(), origin, problem, now);
        Map<String, String> headers = CloudEventHeaders.of(origin.key(), SERVICE, "rejected", now, null, null);
        return send(Topic.STORIES_REJECTED, origin.key(), EventJson.write(rejected), headers);
    }

    /** Sends what is still buffered and waits until all of it is acknowledged or has failed. */
    public void flush() {
        producer.flush();
    }

    private static Rejected rejected(
            byte @Nullable [] value, RecordOrigin origin, InvalidEventException problem, Instant now) {
        String received = Base64.getEncoder().encodeToString(value == null ? new byte[0] : value);
        boolean fits = value != null && value.length <= LARGEST_KEPT;
        return new Rejected(
                origin, problem.field(), problem.problem(), 1, fits ? received : null, Hashes.ofText(received), now);
    }

    private Future<RecordMetadata> send(Topic topic, String key, byte[] value, Map<String, String> headers) {
        return send(topic, key.getBytes(StandardCharsets.UTF_8), value, headers);
    }

    private Future<RecordMetadata> send(Topic topic, byte[] key, byte @Nullable [] value, Map<String, String> headers) {
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(topic.topicName(), key, value);
        headers.forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return producer.send(message);
    }
}
