package io.musemeter.aggregator.stories;

import io.musemeter.aggregator.series.Progress;
import io.musemeter.aggregator.series.SeriesRules;
import io.musemeter.aggregator.state.Id;
import io.musemeter.aggregator.state.Seen;
import io.musemeter.aggregator.state.StateKey;
import io.musemeter.aggregator.state.StateKey.Kind;
import io.musemeter.aggregator.state.StateLog;
import io.musemeter.events.Hashes;
import io.musemeter.events.Story;
import io.musemeter.events.Temperature;
import io.musemeter.events.correlation.StoryCount;
import io.musemeter.events.correlation.StoryGroup;
import io.musemeter.events.correlation.Window;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The stories of one group in one partition, counted per temperature and pane whatever becomes of their scores. */
public final class GroupState {
    private final String groupId;
    private final StoryGroup group;
    private final int partition;
    private final SeriesRules rules;
    private final Map<PaneKey, Long> counts = new TreeMap<>();
    private final Set<PaneKey> unwritten = new HashSet<>();
    private final Set<PaneKey> untold = new HashSet<>();
    private final GroupTemperatures temperatures = new GroupTemperatures();
    private final Seen seen;
    private Progress progress = Progress.NONE;
    private boolean identityDirty;

    /**
     * @param groupId the group's id
     * @param group the group
     * @param partition the partition whose stories are counted
     * @param rules the rules of time
     */
    public GroupState(String groupId, StoryGroup group, int partition, SeriesRules rules) {
        this.groupId = groupId;
        this.group = group;
        this.partition = partition;
        this.rules = rules;
        this.seen = new Seen(groupId, rules.seenBucketMillis(group.source()));
        identityDirty = true;
    }

    /** What became of a story. */
    public enum Counting {
        /** It was counted. */
        COUNTED,
        /** Its identity was counted before. */
        DUPLICATE,
        /** It came too long after its group's newest. */
        LATE
    }

    /**
     * Counts a story.
     *
     * @param story of this group
     * @param arrivedMillis when its topic received it
     * @param nowMillis the wall clock
     */
    public Counting count(Story story, long arrivedMillis, long nowMillis) {
        long sent = story.eventTime().toEpochMilli();
        long time = rules.clamp(sent, arrivedMillis);
        Id id = Id.ofHex(Hashes.ofText(story.storyId()));
        if (seen.isFinal(id)) {
            return Counting.DUPLICATE;
        }
        if (!group.source().finite()
                && time < progress.watermark() - rules.lateness().toMillis()) {
            progress = progress.withLate();
            return Counting.LATE;
        }
        Temperature temperature = temperatures.keep(story.sampler().temperature());
        for (Window window : windows()) {
            long pane = window.paneOf(time);
            if (window.leavesAt(pane) > nowMillis) {
                add(new PaneKey(window, pane, temperature));
            }
        }
        seen.remember(id, sent, time, null);
        progress = progress.advancedTo(time, arrivedMillis);
        return Counting.COUNTED;
    }

    /** Drops panes that left their windows, and returns the counts that changed since the last call; dropped ones are 0. */
    public List<StoryCount> takeChanged(long nowMillis, StateLog log) {
        for (PaneKey pane : List.copyOf(counts.keySet())) {
            // One pane longer than the window, so that an answer a moment old still finds what it counts.
            if (pane.window() != Window.ALL
                    && pane.window().leavesAt(pane.window().next(pane.start())) <= nowMillis) {
                counts.remove(pane);
                log.put(pane.stateKey(groupId), null);
                unwritten.remove(pane);
                untold.add(pane);
            }
        }
        List<StoryCount> changed = new ArrayList<>();
        for (PaneKey pane : untold) {
            changed.add(new StoryCount(
                    group, pane.temperature(), pane.window(), pane.start(), partition, counts.getOrDefault(pane, 0L)));
        }
        untold.clear();
        return changed;
    }

    /** Forgets identities that are too old to be counted again. Those of a finite source are kept while it is. */
    public void forgetOldIdentities(StateLog log) {
        if (!group.source().finite()) {
            long horizon = progress.watermark()
                    - rules.lateness().toMillis()
                    - rules.seenBucket().toMillis();
            seen.forgetBefore(horizon, log);
        }
    }

    /** Whether nothing came for so long that the group is to be dropped. */
    public boolean idle(long nowMillis) {
        return progress.lastArrival() < nowMillis - rules.idleAfter().toMillis();
    }

    /** Writes what has changed. */
    public void writeChanges(StateLog log) {
        if (identityDirty) {
            log.put(StateKey.of(groupId, Kind.IDENTITY), GroupCodec.identity(group));
            identityDirty = false;
        }
        if (!unwritten.isEmpty()) {
            log.put(StateKey.of(groupId, Kind.PROGRESS), progress.encode());
        }
        unwritten.forEach(pane -> log.put(pane.stateKey(groupId), GroupCodec.count(counts.getOrDefault(pane, 0L))));
        unwritten.clear();
        seen.writeChanges(log);
    }

    /** Removes everything from the log and says which counts are 0 from now on. */
    public List<StoryCount> remove(StateLog log) {
        log.put(StateKey.of(groupId, Kind.IDENTITY), null);
        log.put(StateKey.of(groupId, Kind.PROGRESS), null);
        List<StoryCount> gone = new ArrayList<>();
        counts.keySet().forEach(pane -> {
            log.put(pane.stateKey(groupId), null);
            gone.add(new StoryCount(group, pane.temperature(), pane.window(), pane.start(), partition, 0));
        });
        counts.clear();
        seen.remove(log);
        return gone;
    }

    /** Reads back a piece written before. */
    public void read(StateKey piece, byte[] value) {
        switch (piece.kind()) {
            case IDENTITY -> identityDirty = false;
            case PROGRESS -> progress = Progress.decode(value);
            case SEEN -> seen.read(piece, value);
            case PANE -> {
                PaneKey pane = PaneKey.of(piece);
                counts.put(pane, GroupCodec.count(value));
                temperatures.keep(pane.temperature());
                untold.add(pane);
            }
            default -> {}
        }
    }

    private void add(PaneKey pane) {
        counts.merge(pane, 1L, Long::sum);
        unwritten.add(pane);
        untold.add(pane);
    }

    private List<Window> windows() {
        return group.source().finite() ? List.of(Window.ALL) : List.of(Window.values());
    }
}
