package io.musemeter.aggregator.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.events.Hashes;
import io.musemeter.statistics.cell.CellOutcome;
import io.musemeter.statistics.cell.CellOutcome.Reason;
import io.musemeter.statistics.cell.Temperature;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SeenTest {
    private static final String OWNER = Hashes.ofText("owner");
    private static final long BUCKET = 600_000;
    private static final Provisional FAILED =
            new Provisional(new CellOutcome.Unscored(Reason.FAILED, true), Temperature.of(0.7), 1234);

    private final Map<StateKey, byte[]> log = new HashMap<>();
    private final StateLog changelog = (key, value) -> {
        if (value == null) {
            log.remove(key);
        } else {
            log.put(key, value);
        }
    };

    private static Id id(int i) {
        return Id.ofHex(Hashes.ofText("id" + i));
    }

    private Seen readBack() {
        Seen seen = new Seen(OWNER, BUCKET);
        log.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(java.util.Comparator.comparing(
                        k -> java.util.HexFormat.of().formatHex(k.toBytes()))))
                .forEach(entry -> seen.read(StateKey.fromBytes(entry.getKey().toBytes()), entry.getValue()));
        return seen;
    }

    @Property(tries = 50)
    void whatWasRememberedIsFoundAfterAnyPatternOfCommitsAndRestarts(
            @ForAll @IntRange(min = 1, max = 900) int number, @ForAll long seed) {
        Random random = new Random(seed);
        log.clear();
        Seen seen = new Seen(OWNER, BUCKET);
        for (int i = 0; i < number; i++) {
            seen.remember(id(i), i * 1000L, i * 1000L, i % 7 == 0 ? FAILED : null);
            if (random.nextInt(20) == 0) {
                seen.writeChanges(changelog);
            }
            if (random.nextInt(200) == 0) {
                seen.writeChanges(changelog);
                seen = readBack();
            }
        }
        seen.writeChanges(changelog);
        Seen back = readBack();

        for (int i = 0; i < number; i++) {
            assertThat(back.isFinal(id(i))).isEqualTo(i % 7 != 0);
            assertThat(back.provisional(id(i))).isEqualTo(i % 7 == 0 ? FAILED : null);
        }
        assertThat(back.size()).isEqualTo(number);
    }

    @Test
    void aFinalOutcomeOutlivesTheProvisionalOneItReplaced() {
        Seen seen = new Seen(OWNER, BUCKET);
        seen.remember(id(1), 0, 0, FAILED);
        seen.writeChanges(changelog);
        seen.replace(id(1), 0, null);
        seen.writeChanges(changelog);

        assertThat(readBack().isFinal(id(1))).isTrue();
        assertThat(readBack().provisional(id(1))).isNull();
    }

    @Test
    void bucketsThatAreTooOldLeaveTheLog() {
        Seen seen = new Seen(OWNER, BUCKET);
        for (int i = 0; i < 300; i++) {
            seen.remember(id(i), 0, 0, null);
        }
        seen.remember(id(301), 10 * BUCKET, 10 * BUCKET, null);
        seen.writeChanges(changelog);

        seen.forgetBefore(BUCKET, changelog);

        assertThat(log).hasSize(1);
        assertThat(seen.isFinal(id(0))).isFalse();
        assertThat(seen.isFinal(id(301))).isTrue();
    }

    @Property(tries = 100)
    void theTableOfIdentitiesIsASet(@ForAll List<@IntRange(min = 0, max = 500) Integer> numbers) {
        Ids ids = new Ids();
        Set<Integer> model = new HashSet<>();
        for (int number : numbers) {
            assertThat(ids.add(id(number))).isEqualTo(model.add(number));
        }
        assertThat(ids.size()).isEqualTo(model.size());
        for (int i = 0; i <= 500; i++) {
            assertThat(ids.contains(id(i))).isEqualTo(model.contains(i));
        }
    }
}
