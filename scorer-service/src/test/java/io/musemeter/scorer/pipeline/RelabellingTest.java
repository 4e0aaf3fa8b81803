package io.musemeter.scorer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.musemeter.events.Source;
import io.musemeter.scorer.TestStories;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelabellingTest {
    @Test
    void eachSourceBecomesAFiniteSourceOfItsOwn() {
        Relabelling again = new Relabelling.Rescored("second", Map.of());

        assertThat(again.apply(TestStories.written("a", "A fox.")).source())
                .isEqualTo(new Source.Replay("second.sweep"));
    }

    @Test
    void aSourceWhoseNameWouldGetTooLongIsNamedByItsHash() {
        Source one = Relabelling.Rescored.source("second", new Source.Study("a".repeat(128)));
        Source other = Relabelling.Rescored.source("second", new Source.Study("b".repeat(128)));

        assertThat(one.text()).startsWith("replay:second.").hasSizeLessThan(60).isNotEqualTo(other.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "a:b", "a/b", "123456789012345678901234567890123"})
    void aNameThatCannotBeOneIsRefusedByTheSettingsName(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Relabelling.Rescored(name, Map.of()))
                .withMessageStartingWith("musemeter.scorer.rescore: ");
    }
}
