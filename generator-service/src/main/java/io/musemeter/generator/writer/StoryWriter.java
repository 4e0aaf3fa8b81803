package io.musemeter.generator.writer;

import io.musemeter.events.ModelIdentity;
import io.musemeter.events.Sampler;
import java.util.Map;
import java.util.OptionalDouble;

/** A model that can be asked for a story. Failure is a value of the answer; an implementation must not throw. */
public interface StoryWriter {

    /** The model that is asked. */
    ModelIdentity model();

    /** The settings sent with every request, to which a design adds temperature and seed. */
    SamplerSettings settings();

    /**
     * What became of the settings that are sent with every request, by their names in a sampler chain: {@code sent}, {@code
     * refused}, or {@code unverifiable} where the provider may ignore it without a word.
     */
    default Map<String, String> settingStates() {
        return Map.of();
    }

    /** What is spent of the model's budget of today, from 0 to above 1; empty where it has none. */
    default OptionalDouble budgetUsed() {
        return OptionalDouble.empty();
    }

    /**
     * Asks once, retries included, and says what came of it; while the model cannot be asked, for its budget or because it
     * is to be left alone, says so and until when.
     */
    Reply write(String prompt, Sampler sampler);
}
