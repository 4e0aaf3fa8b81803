package io.musemeter.events.correlation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.musemeter.events.InvalidEventException;
import io.musemeter.events.Temperature;

/**
 * How many stories of a group there were at one temperature in one pane of time: the value of topic {@code story-counts}, keyed
 * by {@link #key}. Every partition of {@code stories} is counted by itself; the counts of all add up.
 *
 * @param group which stories
 * @param temperature their temperature, or the lower edge of its bucket where a group has more than 64
 * @param window the window whose pane it is
 * @param pane start of the pane, in milliseconds since 1970; 0 for {@link Window#ALL}
 * @param partition the partition of {@code stories}
 * @param stories how many
 */
public record StoryCount(
        @JsonUnwrapped StoryGroup group,
        Temperature temperature,
        Window window,
        long pane,
        int partition,
        long stories) {
    /** @throws InvalidEventException when the number is negative */
    public StoryCount {
        if (stories < 0) {
            throw new InvalidEventException("stories", "must not be negative");
        }
    }

    /** The record's key: {@code groupId|temperature|window|pane|partition}. */
    @JsonIgnore
    public String key() {
        return group.groupId() + "|" + temperature + "|" + window.text() + "|" + pane + "|" + partition;
    }
}
