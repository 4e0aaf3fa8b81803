package io.musemeter.aggregator.topology;

import io.musemeter.aggregator.Scores;
import io.musemeter.aggregator.view.CorrelationView;
import io.musemeter.events.CloudEventHeaders;
import io.musemeter.events.EventJson;
import io.musemeter.events.LateDecision;
import io.musemeter.events.Rejected;
import io.musemeter.events.Score;
import io.musemeter.events.Story;
import io.musemeter.events.correlation.Correlation;
import io.musemeter.events.correlation.Window;
import io.musemeter.events.topics.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The whole topology without a broker, and the view behind it. */
final class Pipeline implements AutoCloseable {
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> scores;
    private final TestInputTopic<byte[], byte[]> stories;
    private final Map<Topic, TestOutputTopic<byte[], byte[]>> outputs = new TreeMap<>();
    private final Map<String, byte[]> answers = new TreeMap<>();
    private final Map<String, byte[]> counts = new TreeMap<>();
    private Instant now;

    Pipeline() {
        this(Scores.NOON, TopologyConfig.defaults(new TopologyListener() {}));
    }

    Pipeline(Instant start, TopologyConfig config) {
        now = start;
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, Names.APPLICATION_ID);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        driver = new TopologyTestDriver(CreativityTopology.build(config), settings, start);
        scores = input(Topic.SCORES);
        stories = input(Topic.STORIES);
        for (Topic topic : List.of(
                Topic.CORRELATIONS,
                Topic.STORY_COUNTS,
                Topic.LATE_DECISIONS,
                Topic.SCORES_REJECTED,
                Topic.STORIES_REJECTED)) {
            outputs.put(
                    topic,
                    driver.createOutputTopic(
                            topic.topicName(), new ByteArrayDeserializer(), new ByteArrayDeserializer()));
        }
    }

    Pipeline send(Score score) {
        return sendRaw(score.series().seriesId(), EventJson.write(score));
    }

    Pipeline sendRaw(String key, byte[] value) {
        scores.pipeInput(key == null ? null : key.getBytes(StandardCharsets.UTF_8), value, now);
        return this;
    }

    /** A record that says of itself what it is. */
    Pipeline sendTyped(String key, String type, byte[] value) {
        scores.pipeInput(new TestRecord<>(
                key.getBytes(StandardCharsets.UTF_8),
                value,
                new RecordHeaders().add(CloudEventHeaders.TYPE, type.getBytes(StandardCharsets.UTF_8)),
                now));
        return this;
    }

    Pipeline send(Story story) {
        stories.pipeInput(story.storyId().getBytes(StandardCharsets.UTF_8), EventJson.write(story), now);
        return this;
    }

    Pipeline sendTypedStory(String type, Story story) {
        stories.pipeInput(new TestRecord<>(
                story.storyId().getBytes(StandardCharsets.UTF_8),
                EventJson.write(story),
                new RecordHeaders().add(CloudEventHeaders.TYPE, type.getBytes(StandardCharsets.UTF_8)),
                now));
        return this;
    }

    Pipeline sendRawStory(byte[] value) {
        stories.pipeInput("story".getBytes(StandardCharsets.UTF_8), value, now);
        return this;
    }

    /** A record of the topic of decisions that another wrote. */
    Pipeline decide(String scoreId, byte[] value) {
        input(Topic.LATE_DECISIONS).pipeInput(scoreId.getBytes(StandardCharsets.UTF_8), value, now);
        return this;
    }

    /** Lets time pass, and with it ticks. */
    Pipeline pass(Duration time) {
        now = now.plus(time);
        driver.advanceWallClockTime(time);
        drain(Topic.CORRELATIONS, answers);
        drain(Topic.STORY_COUNTS, counts);
        return this;
    }

    Pipeline tick() {
        return pass(Duration.ofSeconds(2));
    }

    /** Answers as the topic holds them, by key. */
    Map<String, byte[]> answers() {
        return answers;
    }

    /** Number of answers emitted since the last look. */
    long emitted() {
        List<KeyValue<byte[], byte[]>> records = outputs.get(Topic.CORRELATIONS).readKeyValuesToList();
        records.forEach(one -> answers.put(new String(one.key, StandardCharsets.UTF_8), one.value));
        return records.size();
    }

    Correlation raw(Score score, Window window) {
        byte[] value = answers.get(Correlation.key(score.series().seriesId(), window));
        if (value == null) {
            throw new AssertionError("no answer for window " + window.text());
        }
        return EventJson.read(value, Correlation.class);
    }

    /** The answer as the view gives it. */
    Correlation answer(Score score, Window window) {
        return view().snapshot().correlations().stream()
                .filter(each -> each.key().equals(Correlation.key(score.series().seriesId(), window)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no answer for window " + window.text()));
    }

    CorrelationView view() {
        CorrelationView view = new CorrelationView(Clock.fixed(now, ZoneOffset.UTC));
        answers.forEach(view::correlation);
        counts.forEach(view::storyCount);
        return view;
    }

    List<Rejected> rejected(Topic topic) {
        List<Rejected> all = new ArrayList<>();
        outputs.get(topic).readKeyValuesToList().forEach(one -> {
            Rejected rejected = EventJson.read(one.value, Rejected.class);
            if (!rejected.origin().key().equals(new String(one.key, StandardCharsets.UTF_8))) {
                throw new AssertionError("not keyed by its origin");
            }
            all.add(rejected);
        });
        return all;
    }

    List<LateDecision> lateDecisions() {
        return outputs.get(Topic.LATE_DECISIONS).readKeyValuesToList().stream()
                .map(one -> EventJson.read(one.value, LateDecision.class))
                .toList();
    }

    Instant now() {
        return now;
    }

    @Override
    public void close() {
        driver.close();
    }

    private TestInputTopic<byte[], byte[]> input(Topic topic) {
        return driver.createInputTopic(topic.topicName(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private void drain(Topic topic, Map<String, byte[]> into) {
        outputs.get(topic).readKeyValuesToList().forEach(one -> {
            String key = new String(one.key, StandardCharsets.UTF_8);
            if (one.value == null) {
                into.remove(key);
            } else {
                into.put(key, one.value);
            }
        });
    }
}
