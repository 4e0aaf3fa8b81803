package io.musemeter.generator.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import io.micrometer.core.instrument.MeterRegistry;
import io.musemeter.events.Story;
import io.musemeter.events.topics.Topic;
import io.musemeter.generator.support.KafkaResource;
import io.musemeter.generator.support.TopicView;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.junit.jupiter.api.Test;

/** An outage of the log, however long, holds the topic stories.ingest up and does not end its reading. */
@QuarkusTest
@TestProfile(LogOutageTest.ImpatientConsumer.class)
@QuarkusTestResource(KafkaResource.class)
class LogOutageTest {

    /** A consumer that would give up on a record after a second if it kept an eye on how long records take. */
    public static class ImpatientConsumer implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "mp.messaging.incoming.stories-ingest.throttled.unprocessed-record-max-age.ms", "1000",
                    "mp.messaging.incoming.stories-ingest.auto.commit.interval.ms", "200");
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(InterruptedLog.class);
        }
    }

    /** A log that takes no story while it is away. */
    @Alternative
    @Singleton
    public static class InterruptedLog extends StoryLog {
        private static final AtomicInteger REFUSED = new AtomicInteger();
        private static volatile boolean away;

        @Inject
        InterruptedLog(
                @Channel("events") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                        MutinyEmitter<Record<String, byte[]>> events,
                MeterRegistry meters) {
            super(events, meters);
        }

        @Override
        public Uni<Void> append(Story story) {
            if (!away) {
                return super.append(story);
            }
            REFUSED.incrementAndGet();
            return Uni.createFrom().failure(new TimeoutException("no broker"));
        }
    }

    private static void produce(String model) throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
        String story = "{\"id\":\"a\",\"model\":\"" + model + "\",\"temperature\":1,\"text\":\"Once.\"}";
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topic.STORIES_INGEST.topicName(), 0, null, story))
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private static void awaitStoryOf(String model) {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(TopicView.values(Topic.STORIES, Story.class))
                        .anyMatch(story -> story.model().name().equals(model)));
    }

    @Test
    void theTopicIsReadOnAfterAnOutageLongerThanARecordMayTake() throws Exception {
        InterruptedLog.away = true;
        produce("during");
        // Waits double from 200 ms: six tries last several times as long as the consumer's patience.
        await().atMost(Duration.ofMinutes(1)).untilAtomic(InterruptedLog.REFUSED, greaterThanOrEqualTo(6));
        InterruptedLog.away = false;

        awaitStoryOf("during");
        produce("after");
        awaitStoryOf("after");
    }
}
