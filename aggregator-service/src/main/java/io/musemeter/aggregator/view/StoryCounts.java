package io.musemeter.aggregator.view;

import io.musemeter.events.InvalidEventException;
import io.musemeter.events.Temperature;
import io.musemeter.events.correlation.StoryCount;
import io.musemeter.events.correlation.Window;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How many stories there were, as the topic {@code story-counts} says. Not safe for use by several threads. */
final class StoryCounts {
    private final Map<String, Map<Window, NavigableMap<Long, Map<Place, Long>>>> groups = new HashMap<>();

    private record Place(Temperature temperature, int partition) {}

    /** Takes a count. */
    void put(StoryCount count) {
        groups.computeIfAbsent(count.group().groupId(), g -> new EnumMap<>(Window.class))
                .computeIfAbsent(count.window(), w -> new TreeMap<>())
                .computeIfAbsent(count.pane(), p -> new HashMap<>())
                .put(new Place(count.temperature(), count.partition()), count.stories());
    }

    /**
     * Drops the count of a key.
     *
     * @throws InvalidEventException when it is no key of the topic
     */
    void remove(String key) {
        String[] parts = key.split("\\|", -1);
        if (parts.length != 5) {
            throw new InvalidEventException("key", "is not group|temperature|window|pane|partition");
        }
        try {
            Place place = new Place(Temperature.parse(new BigDecimal(parts[1])), Integer.parseInt(parts[4]));
            remove(parts[0], Window.parse(parts[2]), Long.parseLong(parts[3]), place);
        } catch (NumberFormatException e) {
            throw new InvalidEventException("key", "is not group|temperature|window|pane|partition");
        }
    }

    /** Stories of a group per temperature, in the panes of a window from one on. */
    NavigableMap<Temperature, Long> since(String groupId, Window window, long oldestPane) {
        NavigableMap<Temperature, Long> stories = new TreeMap<>();
        NavigableMap<Long, Map<Place, Long>> panes =
                groups.getOrDefault(groupId, Map.of()).get(window);
        if (panes != null) {
            panes.tailMap(oldestPane, true)
                    .values()
                    .forEach(pane -> pane.forEach((place, n) -> stories.merge(place.temperature(), n, Long::sum)));
        }
        return stories;
    }

    /** Whether a group was counted at all. */
    boolean knows(String groupId) {
        return groups.containsKey(groupId);
    }

    private void remove(String groupId, Window window, long pane, Place place) {
        groups.computeIfPresent(groupId, (g, windows) -> {
            windows.computeIfPresent(window, (w, panes) -> {
                panes.computeIfPresent(pane, (p, places) -> {
                    places.remove(place);
                    return places.isEmpty() ? null : places;
                });
                return panes.isEmpty() ? null : panes;
            });
            return windows.isEmpty() ? null : windows;
        });
    }
}
