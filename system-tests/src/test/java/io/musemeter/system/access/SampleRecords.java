package io.musemeter.system.access;

import io.musemeter.events.EventJson;
import io.musemeter.events.Score;
import io.musemeter.events.topics.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Records that make services use what they use rarely: what cannot be read is rejected, what comes too late is decided upon. */
final class SampleRecords {
    private static final String SCORE = """
        {"storyId":"%s","series":{"environment":"test","source":"production","model":"m","promptId":"p",
        "promptVersion":"1","samplerHash":"0123456789abcdef","metric":"edit_distance",
        "evaluatorId":"computed/edit-distance/1/none"},"temperature":1,"eventTime":"%s","repetition":"0",
        "truncated":false,"textHash":1,"outcome":{"kind":"scored","value":0.3}}\
        """;

    private SampleRecords() {}

    /** Sends them as somebody who may do everything. */
    static void sendTo(Map<String, Object> connection) throws ExecutionException, InterruptedException {
        Instant now = Instant.now();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(connection, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (Topic topic : new Topic[] {Topic.STORIES_INGEST, Topic.STORIES, Topic.SCORES}) {
                producer.send(new ProducerRecord<>(topic.topicName(), bytes("unreadable"), bytes("{")))
                        .get();
            }
            producer.send(score("on-time", now)).get();
            producer.send(score("too-late", now.minus(Duration.ofDays(3)))).get();
        }
    }

    private static ProducerRecord<byte[], byte[]> score(String story, Instant time) {
        byte[] value = bytes(SCORE.formatted(story, time));
        String series = EventJson.read(value, Score.class).series().seriesId();
        return new ProducerRecord<>(Topic.SCORES.topicName(), bytes(series), value);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
