package io.musemeter.generator.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.musemeter.events.StoryOutcome;
import io.musemeter.events.Temperature;
import io.musemeter.generator.config.GeneratorConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

class StoryWritersTest {
    private static StoryWriters writers() {
        return new StoryWriters(new SmallRyeConfigBuilder()
                .withMapping(GeneratorConfig.class)
                .addDiscoveredConverters()
                .withDefaultValue("musemeter.generator.privacy.redact.past.pattern", "\\bwas\\b")
                .build()
                .getConfigMapping(GeneratorConfig.class));
    }

    @Test
    void whatAModelWritesForASweepIsRedacted() {
        StoryWriter writer = writers().named("embedded");

        Draft draft = (Draft) writer.write("Write a story.", writer.settings().at(Temperature.of(0), 0));

        assertThat(((StoryOutcome.Written) draft.outcome()).text())
                .contains("[redacted]")
                .doesNotContainPattern("\\bwas\\b");
    }

    @Test
    void aNameThatIsNotConfiguredIsNamed() {
        assertThatThrownBy(() -> writers().named("nobody"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("sweep.models", "nobody");
    }
}
