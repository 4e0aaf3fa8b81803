package io.musemeter.aggregator.topology;

import io.musemeter.aggregator.series.SeriesRules;
import io.musemeter.aggregator.state.CellStore;
import io.musemeter.aggregator.state.HeapState;
import io.musemeter.aggregator.state.StateKey;
import io.musemeter.aggregator.state.StateKey.Kind;
import io.musemeter.aggregator.state.StateLog;
import io.musemeter.aggregator.stories.GroupCodec;
import io.musemeter.aggregator.stories.GroupState;
import io.musemeter.events.InvalidEventException;
import io.musemeter.events.Story;
import io.musemeter.events.correlation.StoryCount;
import io.musemeter.events.correlation.StoryGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The groups of stories of one partition, on the heap. */
final class GroupTable implements HeapState {
    private final Map<StoryGroup, GroupState> groups = new HashMap<>();
    private final int partition;
    private final SeriesRules rules;
    private final int most;

    private GroupTable(int partition, TopologyConfig config) {
        this.partition = partition;
        this.rules = config.rules();
        this.most = config.seriesPerPartition();
    }

    /** Reads the partition's groups back and keeps the store up to date from now on. */
    static GroupTable open(CellStore store, int partition, TopologyConfig config) {
        GroupTable table = new GroupTable(partition, config);
        Map<String, List<Map.Entry<StateKey, byte[]>>> pieces = new LinkedHashMap<>();
        store.open(
                (key, value) -> pieces.computeIfAbsent(key.owner(), owner -> new ArrayList<>())
                        .add(Map.entry(key, value)),
                table);
        pieces.forEach(table::resume);
        return table;
    }

    private void resume(String groupId, List<Map.Entry<StateKey, byte[]>> pieces) {
        for (Map.Entry<StateKey, byte[]> piece : pieces) {
            if (piece.getKey().kind() == Kind.IDENTITY) {
                StoryGroup group = GroupCodec.identity(piece.getValue());
                GroupState state = new GroupState(groupId, group, partition, rules);
                pieces.forEach(each -> state.read(each.getKey(), each.getValue()));
                groups.put(group, state);
            }
        }
    }

    Collection<GroupState> all() {
        return groups.values();
    }

    /**
     * The group that a story belongs to.
     *
     * @throws InvalidEventException when there are too many
     */
    GroupState of(Story story) {
        StoryGroup group = StoryGroup.of(story);
        GroupState known = groups.get(group);
        if (known != null) {
            return known;
        }
        if (groups.size() >= most) {
            throw new InvalidEventException("story", "is of one group too many: a partition keeps at most " + most);
        }
        GroupState begun = new GroupState(group.groupId(), group, partition, rules);
        groups.put(group, begun);
        return begun;
    }

    /** Drops groups that were idle for too long and says which counts are 0 from now on. */
    List<StoryCount> removeIdle(long nowMillis, StateLog log) {
        List<StoryCount> gone = new ArrayList<>();
        groups.values().removeIf(group -> {
            boolean idle = group.idle(nowMillis);
            if (idle) {
                gone.addAll(group.remove(log));
            }
            return idle;
        });
        return gone;
    }

    @Override
    public void writeChanges(StateLog log) {
        groups.values().forEach(group -> group.writeChanges(log));
    }

    @Override
    public void drop() {
        groups.clear();
    }
}
