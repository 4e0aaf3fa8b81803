package io.musemeter.generator.sweep;

import io.musemeter.events.Hashes;
import io.musemeter.events.ModelIdentity;
import io.musemeter.events.PromptIdentity;
import io.musemeter.events.Sampler;
import io.musemeter.events.Source;
import io.musemeter.events.StoryIds;
import io.musemeter.events.Temperature;
import io.musemeter.generator.writer.SamplerSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;

/**
 * A randomised block design over temperatures: each block holds every temperature once, in an order drawn anew, so that
 * whatever drifts with time drifts over all temperatures alike (Fisher 1935). Every place of the design, its order and
 * its seeds follow from the components alone.
 *
 * @param model which model is asked
 * @param prompt which prompt
 * @param settings what is held constant
 * @param temperatures the levels, distinct
 * @param seed of the order and of every story's own seed
 */
public record SweepDesign(
        ModelIdentity model,
        PromptIdentity prompt,
        SamplerSettings settings,
        List<Temperature> temperatures,
        long seed) {
    private static final Source SOURCE = new Source.Sweep();

    /** @throws IllegalArgumentException when there is no temperature */
    public SweepDesign {
        temperatures = List.copyOf(new LinkedHashSet<>(temperatures));
        if (temperatures.isEmpty()) {
            throw new IllegalArgumentException("sweep.temperatures: at least one is required");
        }
    }

    /**
     * One place of the design.
     *
     * @param storyId identity of the story at this place
     * @param sampler the whole sampler chain
     */
    public record Place(String storyId, Sampler sampler) {}

    /** The place at a position in [0, infinity). */
    public Place at(long position) {
        long block = position / temperatures.size();
        Temperature temperature = order(block).get((int) (position % temperatures.size()));
        long storySeed = storySeed(temperature, block);
        return new Place(
                StoryIds.designed(SOURCE, model, prompt, temperature, block, storySeed),
                settings.at(temperature, storySeed));
    }

    /** Identity of the design: another design has progress of its own. */
    public String id() {
        return Hashes.ofParts(List.of(model.name(), prompt.id(), prompt.version(), settings, temperatures, seed));
    }

    private List<Temperature> order(long block) {
        List<Temperature> order = new ArrayList<>(temperatures);
        Collections.shuffle(order, new Random(Hashes.firstBits("order " + seed + " " + block)));
        return order;
    }

    /** 31 bits: the widest seed that every provider takes. */
    private long storySeed(Temperature temperature, long block) {
        return Hashes.firstBits("story " + seed + " " + temperature + " " + block) >>> 33;
    }
}
