package io.musemeter.kafka.topics;

import io.musemeter.events.topics.TopicCatalogue;
import io.musemeter.events.topics.TopicSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RetriableException;

/** Makes the topics of {@code topics.yaml} exist as declared, with their local partition counts. */
public final class TopicSetup {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Admin admin;
    private final Function<TopicSpec, Map<String, String>> config;

    /** Topics with exactly the settings that the function gives each. */
    public TopicSetup(Admin admin, Function<TopicSpec, Map<String, String>> config) {
        this.admin = admin;
        this.config = config;
    }

    /**
     * Creates what is missing and brings the settings of what exists up to date.
     *
     * @throws TopicMismatchException when a topic exists with another number of partitions; nothing is changed then
     * @throws KafkaException when the broker refuses or does not answer
     */
    public void ensureAll() {
        Set<String> names = names();
        List<TopicSpec> existing = TopicCatalogue.all().stream()
                .filter(topic -> names.contains(topic.name()))
                .toList();
        checkPartitions(existing);
        updateConfig(existing);
        create(TopicCatalogue.all().stream()
                .filter(topic -> !existing.contains(topic))
                .toList());
        awaitLeaders();
    }

    /**
     * Asks every partition where it ends, which only its leader answers. A producer that writes sooner may have its first
     * batch refused and the next ones taken for out of order. Until the broker has learnt of the new topics from the
     * controller it knows of none of them.
     */
    private void awaitLeaders() {
        Map<TopicPartition, OffsetSpec> ends = TopicCatalogue.all().stream()
                .flatMap(TopicSetup::partitions)
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        long started = System.nanoTime();
        while (true) {
            try {
                await(admin.listOffsets(ends).all());
                return;
            } catch (KafkaException e) {
                if (!(e.getCause() instanceof RetriableException) || System.nanoTime() - started > PATIENCE.toNanos()) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while the topics were set up", e);
        }
    }

    private static Stream<TopicPartition> partitions(TopicSpec topic) {
        return IntStream.range(0, topic.partitions().local()).mapToObj(i -> new TopicPartition(topic.name(), i));
    }

    /** The topics that exist. */
    public Set<String> names() {
        return await(admin.listTopics().names());
    }

    private void checkPartitions(List<TopicSpec> existing) {
        Map<String, TopicDescription> found = await(
                admin.describeTopics(existing.stream().map(TopicSpec::name).toList())
                        .allTopicNames());
        for (TopicSpec topic : existing) {
            TopicDescription description = found.get(topic.name());
            int partitions = description == null ? 0 : description.partitions().size();
            if (partitions != topic.partitions().local()) {
                throw new TopicMismatchException(
                        topic.name(), partitions, topic.partitions().local());
            }
        }
    }

    private void create(List<TopicSpec> missing) {
        await(admin.createTopics(missing.stream()
                        .map(topic -> new NewTopic(
                                        topic.name(),
                                        Optional.of(topic.partitions().local()),
                                        Optional.empty())
                                .configs(config.apply(topic)))
                        .toList())
                .all());
    }

    private void updateConfig(List<TopicSpec> existing) {
        Map<ConfigResource, TopicSpec> resources = existing.stream()
                .collect(Collectors.toMap(
                        topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), Function.identity()));
        Map<ConfigResource, Config> found =
                await(admin.describeConfigs(resources.keySet()).all());
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        found.forEach((resource, current) -> {
            TopicSpec topic = resources.get(resource);
            List<AlterConfigOp> operations = topic == null ? List.of() : difference(current, config.apply(topic));
            if (!operations.isEmpty()) {
                changes.put(resource, operations);
            }
        });
        if (!changes.isEmpty()) {
            await(admin.incrementalAlterConfigs(changes).all());
        }
    }

    private static List<AlterConfigOp> difference(Config current, Map<String, String> wanted) {
        Map<String, String> own = current.entries().stream()
                .filter(entry -> entry.source() == ConfigSource.DYNAMIC_TOPIC_CONFIG)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
        List<AlterConfigOp> operations = new ArrayList<>();
        wanted.forEach((name, value) -> {
            if (!value.equals(own.get(name))) {
                operations.add(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET));
            }
        });
        own.keySet().stream()
                .filter(name -> !wanted.containsKey(name))
                .forEach(name ->
                        operations.add(new AlterConfigOp(new ConfigEntry(name, ""), AlterConfigOp.OpType.DELETE)));
        return operations;
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while the topics were set up", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new KafkaException("the topics cannot be set up: " + cause.getMessage(), cause);
        }
    }
}
