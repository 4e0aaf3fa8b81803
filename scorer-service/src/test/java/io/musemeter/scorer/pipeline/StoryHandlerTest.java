package io.musemeter.scorer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.musemeter.events.CloudEventHeaders;
import io.musemeter.events.EventJson;
import io.musemeter.events.Story;
import io.musemeter.events.embedding.EmbeddingVector;
import io.musemeter.events.embedding.StoryEmbedding;
import io.musemeter.events.topics.Topic;
import io.musemeter.scorer.TestStories;
import io.musemeter.scorer.exemplars.ExemplarStore;
import io.musemeter.scorer.metric.Family;
import io.musemeter.scorer.metric.Metric;
import io.musemeter.scorer.metric.ScoringInput;
import io.musemeter.scorer.metric.StoryVector;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class StoryHandlerTest {
    private static final float[] VECTOR = {0.6f, 0.8f};

    private final MockProducer<byte[], byte[]> kafka =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());

    @Test
    void aWrittenStoryGivesItsEmbedding() throws Exception {
        Story story = TestStories.written("story", "Once upon a time.");

        handler(new Relabelling.None()).handle(message("story", EventJson.write(story)));

        assertThat(embeddings())
                .singleElement()
                .satisfies(sent ->
                        assertThat(read(sent)).isEqualTo(StoryEmbedding.of(story, "test", EmbeddingVector.of(VECTOR))));
    }

    @Test
    void whatHasNoTextGivesNone() throws Exception {
        handler(new Relabelling.None()).handle(message("story", EventJson.write(TestStories.timedOut("story"))));
        handler(new Relabelling.None()).handle(message("story", EventJson.write(TestStories.written("story", ""))));

        assertThat(embeddings()).isEmpty();
    }

    @Test
    void anErasedStorysEmbeddingIsErasedAsWell() throws Exception {
        handler(new Relabelling.None()).handle(message("story", null));

        assertThat(embeddings()).singleElement().satisfies(sent -> {
            assertThat(sent.key()).isEqualTo("story".getBytes(StandardCharsets.UTF_8));
            assertThat(sent.value()).isNull();
        });
    }

    @Test
    void scoringAgainLeavesTheEmbeddingsAlone() throws Exception {
        StoryHandler again = handler(new Relabelling.Rescored("again", Map.of(0, 100L)));

        again.handle(message("story", EventJson.write(TestStories.written("story", "Once upon a time."))));
        again.handle(message("story", null));

        assertThat(embeddings()).isEmpty();
    }

    @Test
    void aStoryOfAVersionUnknownHereIsRejectedAndNotScored() throws Exception {
        ConsumerRecord<byte[], byte[]> message =
                message("story", EventJson.write(TestStories.written("story", "Once upon a time.")));
        message.headers().add(CloudEventHeaders.TYPE, "io.musemeter.story.v2".getBytes(StandardCharsets.UTF_8));

        handler(new Relabelling.None()).handle(message);

        assertThat(kafka.history())
                .singleElement()
                .extracting(ProducerRecord::topic)
                .isEqualTo(Topic.STORIES_REJECTED.topicName());
    }

    @Test
    void whatCameAfterAScoringAgainBeganIsPassedOver() throws Exception {
        StoryHandler again = handler(new Relabelling.Rescored("again", Map.of(0, 0L)));

        again.handle(message("story", EventJson.write(TestStories.written("story", "Once upon a time."))));

        assertThat(kafka.history()).isEmpty();
    }

    private List<ProducerRecord<byte[], byte[]>> embeddings() {
        return kafka.history().stream()
                .filter(sent -> sent.topic().equals(Topic.EMBEDDINGS.topicName()))
                .toList();
    }

    private static StoryEmbedding read(ProducerRecord<byte[], byte[]> sent) {
        Map<String, byte[]> headers = new HashMap<>();
        sent.headers().forEach(header -> headers.put(header.key(), header.value()));
        return StoryEmbedding.read(sent.key(), headers, sent.value());
    }

    private StoryHandler handler(Relabelling relabelling) {
        return new StoryHandler(
                new FamilyScorer<>(new Embedding()),
                relabelling,
                new ExemplarStore(),
                new ScorePublisher(kafka),
                new FamilyMeters(new SimpleMeterRegistry(), FamilyName.SEMANTIC, false),
                Duration.ZERO,
                Clock.systemUTC());
    }

    private static ConsumerRecord<byte[], byte[]> message(String key, byte[] value) {
        return new ConsumerRecord<>("stories", 0, 0, key.getBytes(StandardCharsets.UTF_8), value);
    }

    /** A family that embeds every text that is not empty alike and has no metric. */
    private static final class Embedding implements Family<String> {
        @Override
        public String name() {
            return "semantic";
        }

        @Override
        public List<Metric<String>> metrics() {
            return List.of();
        }

        @Override
        public String analyse(ScoringInput input) {
            return input.written().text();
        }

        @Override
        public Optional<StoryVector<String>> vector() {
            return Optional.of(new StoryVector<>() {
                @Override
                public String embedder() {
                    return "test";
                }

                @Override
                public Optional<float[]> of(String text) {
                    return text.isEmpty() ? Optional.empty() : Optional.of(VECTOR);
                }
            });
        }
    }
}
