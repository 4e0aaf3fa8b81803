package io.musemeter.kafka.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.musemeter.events.topics.Topic;
import io.musemeter.events.topics.TopicCatalogue;
import io.musemeter.events.topics.TopicSpec;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class DiskBudgetTest {
    @Property
    void theShareOfTopicsCutBySizeStaysUnderSevenTenths(
            @ForAll @LongRange(min = DiskBudget.LEAST_BYTES, max = 1L << 42) long bytes) {
        DiskBudget budget = new DiskBudget(bytes);

        long most = TopicCatalogue.all().stream()
                .filter(DiskBudgetTest::cutBySize)
                .mapToLong(topic -> topic.partitions().local() * mostOnDisk(budget.topicConfig(topic)))
                .sum();

        assertThat(most).isLessThanOrEqualTo(bytes / 10 * 7);
    }

    @Property
    void everyPartitionKeepsAtLeastOneWholeSegmentBesidesTheOpenOne(
            @ForAll @LongRange(min = DiskBudget.LEAST_BYTES, max = 1L << 42) long bytes) {
        DiskBudget budget = new DiskBudget(bytes);

        assertThat(TopicCatalogue.all()).filteredOn(DiskBudgetTest::cutBySize).allSatisfy(topic -> {
            Map<String, String> config = budget.topicConfig(topic);
            assertThat(number(config, "retention.bytes")).isGreaterThanOrEqualTo(number(config, "segment.bytes"));
            assertThat(number(config, "segment.bytes")).isBetween(1L << 20, 32L << 20);
        });
    }

    @Test
    void compactedTopicsAreNeverCutBySize() {
        DiskBudget budget = new DiskBudget(2_000_000_000L);

        assertThat(TopicCatalogue.all())
                .filteredOn(topic -> !topic.cleanup().contains("delete"))
                .isNotEmpty()
                .allSatisfy(topic -> assertThat(budget.topicConfig(topic)).doesNotContainKey("retention.bytes"));
    }

    @Test
    void theLedgerOfTheJudgesBudgetIsCutByTimeAlone() {
        DiskBudget budget = new DiskBudget(DiskBudget.LEAST_BYTES);

        assertThat(budget.topicConfig(Topic.JUDGE_BUDGET.spec()))
                .containsEntry("retention.bytes", "-1")
                .containsKey("retention.ms");
    }

    @Test
    void theDeclaredSettingsAreKept() {
        DiskBudget budget = new DiskBudget(2_000_000_000L);

        assertThat(TopicCatalogue.all())
                .allSatisfy(topic -> assertThat(budget.topicConfig(topic)).containsAllEntriesOf(topic.kafkaConfig()));
    }

    @Test
    void tooSmallABoundIsRefused() {
        assertThatThrownBy(() -> new DiskBudget(DiskBudget.LEAST_BYTES - 1))
                .hasMessageContaining("at least " + DiskBudget.LEAST_BYTES);
    }

    private static boolean cutBySize(TopicSpec topic) {
        return topic.cleanup().contains("delete") && !topic.equals(Topic.JUDGE_BUDGET.spec());
    }

    private static long mostOnDisk(Map<String, String> config) {
        return number(config, "retention.bytes") + number(config, "segment.bytes");
    }

    private static long number(Map<String, String> config, String name) {
        return Long.parseLong(config.getOrDefault(name, "missing"));
    }
}
