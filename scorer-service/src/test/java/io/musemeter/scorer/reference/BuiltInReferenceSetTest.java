package io.musemeter.scorer.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.events.Temperature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BuiltInReferenceSetTest {
    private static final ReferenceSet SET = BuiltInReferenceSet.load();

    @Test
    void isFrozen() throws Exception {
        String document = Files.readString(Path.of(System.getProperty("musemeter.root", ".."), "docs", "metrics.md"));

        assertThat(SET.hash()).isEqualTo("c75677cbb3b0acd8f594199ba3662216");
        assertThat(document).contains("hash `" + SET.hash() + "`");
    }

    @Test
    void holdsEightStoriesOfEachOfThreeTemperatures() {
        assertThat(SET.composition())
                .isEqualTo(Map.of(Temperature.of(0.334), 8L, Temperature.of(0.667), 8L, Temperature.of(1), 8L));
    }

    @Test
    void itsStoriesDiffer() {
        assertThat(SET.stories()).extracting(ReferenceStory::text).doesNotHaveDuplicates();
    }
}
