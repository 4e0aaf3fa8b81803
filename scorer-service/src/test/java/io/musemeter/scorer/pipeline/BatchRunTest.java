package io.musemeter.scorer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.musemeter.events.EventJson;
import io.musemeter.scorer.TestStories;
import io.musemeter.scorer.exemplars.ExemplarStore;
import io.musemeter.scorer.metric.Family;
import io.musemeter.scorer.metric.Metric;
import io.musemeter.scorer.metric.ScoringInput;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class BatchRunTest {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final TopicPartition TAKEN = new TopicPartition("stories", 0);
    private static final TopicPartition KEPT = new TopicPartition("stories", 1);

    private final SlowFamily family = new SlowFamily();

    @Test
    void aPartitionIsHandedOverWithTheStoryInHandDoneAndNoFurtherOne() {
        BatchRun run = run(story(TAKEN, 0), story(TAKEN, 1), story(KEPT, 0));
        CompletableFuture<Void> done = start(run);
        await().atMost(LONGEST).until(() -> family.begun.get() == 1);

        CompletableFuture<Map<TopicPartition, OffsetAndMetadata>> handedOver =
                CompletableFuture.supplyAsync(() -> run.handOver(List.of(TAKEN), LONGEST));
        await().atMost(LONGEST).until(() -> run.givenUp().contains(TAKEN));
        assertThat(handedOver).isNotDone();
        family.mayEnd.release(3);

        assertThat(handedOver.join()).containsExactly(Map.entry(TAKEN, new OffsetAndMetadata(1)));
        done.join();
        assertThat(family.begun).hasValue(2);
        assertThat(run.acknowledged()).containsExactly(Map.entry(KEPT, new OffsetAndMetadata(1)));
    }

    @Test
    void aStoryThatTakesLongerThanThePatienceIsLeftToTheNextOwner() {
        BatchRun run = run(story(TAKEN, 0));
        CompletableFuture<Void> done = start(run);
        await().atMost(LONGEST).until(() -> family.begun.get() == 1);

        Map<TopicPartition, OffsetAndMetadata> handedOver = run.handOver(List.of(TAKEN), Duration.ofMillis(1));

        assertThat(handedOver).isEmpty();
        family.mayEnd.release();
        done.join();
        assertThat(run.acknowledged()).isEmpty();
    }

    @Test
    void aPartitionWithoutAStoryInHandIsHandedOverAtOnce() {
        BatchRun run = run(story(KEPT, 0), story(TAKEN, 0));
        CompletableFuture<Void> done = start(run);
        await().atMost(LONGEST).until(() -> family.begun.get() == 1);

        Map<TopicPartition, OffsetAndMetadata> handedOver = run.handOver(List.of(TAKEN), LONGEST);

        assertThat(handedOver).isEmpty();
        assertThat(done).isNotDone();
        family.mayEnd.release(2);
        done.join();
        assertThat(family.begun).hasValue(1);
    }

    private static CompletableFuture<Void> start(BatchRun run) {
        return CompletableFuture.runAsync(() -> {
            try {
                run.run();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    @SafeVarargs
    private BatchRun run(ConsumerRecord<byte[], byte[]>... batch) {
        ScorePublisher publisher = new ScorePublisher(
                new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer()));
        StoryHandler handler = new StoryHandler(
                new FamilyScorer<>(family),
                new Relabelling.None(),
                new ExemplarStore(),
                publisher,
                new FamilyMeters(new SimpleMeterRegistry(), FamilyName.LEXICAL, false),
                LONGEST,
                Clock.systemUTC());
        return new BatchRun(List.of(batch), batch.length, handler, publisher);
    }

    private static ConsumerRecord<byte[], byte[]> story(TopicPartition partition, long offset) {
        byte[] value = EventJson.write(TestStories.written(partition.partition() + "-" + offset, "A fox."));
        return new ConsumerRecord<>(partition.topic(), partition.partition(), offset, new byte[0], value);
    }

    /** Takes as long over each story as the test wants. */
    private static final class SlowFamily implements Family<String> {
        private final AtomicInteger begun = new AtomicInteger();
        private final Semaphore mayEnd = new Semaphore(0);

        @Override
        public String name() {
            return "slow";
        }

        @Override
        public List<Metric<String>> metrics() {
            return List.of();
        }

        @Override
        public String analyse(ScoringInput input) {
            begun.incrementAndGet();
            mayEnd.acquireUninterruptibly();
            return "";
        }
    }
}
