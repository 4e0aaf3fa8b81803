package io.musemeter.generator.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.musemeter.events.ModelIdentity;
import io.musemeter.events.Sampler;
import io.musemeter.generator.writer.Reply;
import io.musemeter.generator.writer.SamplerSettings;
import io.musemeter.generator.writer.StoryWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweptModelsTest {
    /** A writer whose model is called as the configured name up to its first dash. */
    private record Named(ModelIdentity model) implements StoryWriter {
        static StoryWriter of(String name) {
            return new Named(ModelIdentity.named(name.replaceAll("-.*", "")));
        }

        @Override
        public SamplerSettings settings() {
            return new SamplerSettings(null, null, null, null);
        }

        @Override
        public Reply write(String prompt, Sampler sampler) {
            throw new AssertionError("nothing is asked");
        }
    }

    @Test
    void everyNameIsSweptOnce() {
        assertThat(SweptModels.of(List.of("a", "b", "a"), Named::of))
                .map(writer -> writer.model().name())
                .containsExactly("a", "b");
    }

    @Test
    void twoProvidersOfOneModelNameAreRefusedByTheirNames() {
        assertThatThrownBy(() -> SweptModels.of(List.of("llama-fast", "b", "llama-slow"), Named::of))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("llama-fast", "llama-slow", "recorded-as");
    }
}
