package io.musemeter.aggregator.spread;

import io.musemeter.events.Hashes;
import io.musemeter.events.Temperature;
import io.musemeter.events.correlation.StoryGroup;
import io.musemeter.events.embedding.StoryEmbedding;
import io.musemeter.statistics.Answer;
import io.musemeter.statistics.spread.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A bounded sample of embeddings of each group of stories and temperature, the same whatever the order they came in. Safe for use
 * by several threads.
 */
public final class SpreadView {
    /** A jackknife needs three. */
    private static final int FEWEST = 3;
    /**
     * A standard error from so many is itself known to about 27 % (1 / sqrt(2 (n - 1))), from three to 50 %; and the Vendi score
     * is at most n. A temperature with fewer stories is left out, or its n would be everybody's.
     */
    private static final int LEAST = 8;
    /** As many as a group's other counts keep apart. */
    private static final int MOST_TEMPERATURES = 64;

    private final int sample;
    private final int least;
    private final int mostGroups;
    private final Map<Key, NavigableMap<Temperature, Sample>> groups = new LinkedHashMap<>();
    private final Map<Key, SpreadAnswer> answered = new LinkedHashMap<>();

    private record Key(StoryGroup group, String embedder) {}

    /**
     * @param sample most stories kept of a group at one temperature, at least 3
     * @param mostGroups most groups kept; what comes after them is left out
     */
    public SpreadView(int sample, int mostGroups) {
        if (sample < FEWEST) {
            throw new IllegalArgumentException("sample: " + sample + " is below " + FEWEST);
        }
        this.sample = sample;
        this.least = Math.min(LEAST, sample);
        this.mostGroups = mostGroups;
    }

    /** Takes an embedding. */
    public synchronized void put(StoryEmbedding embedding) {
        Key key = new Key(embedding.group(), embedding.embedder());
        NavigableMap<Temperature, Sample> temperatures = groups.get(key);
        if (temperatures == null) {
            if (groups.size() >= mostGroups) {
                return;
            }
            temperatures = new TreeMap<>();
            groups.put(key, temperatures);
        }
        if (temperatures.size() < MOST_TEMPERATURES || temperatures.containsKey(embedding.temperature())) {
            temperatures
                    .computeIfAbsent(embedding.temperature(), t -> new Sample(sample))
                    .put(
                            Hashes.firstBits(embedding.storyId()),
                            embedding.vector().components());
            answered.remove(key);
        }
    }

    /** Forgets a story that was erased. */
    public synchronized void erase(String storyId) {
        long hash = Hashes.firstBits(storyId);
        groups.forEach((key, temperatures) -> temperatures.values().forEach(each -> {
            if (each.remove(hash)) {
                answered.remove(key);
            }
        }));
    }

    /** The spread of every group, one with too few stories at every temperature included. */
    public synchronized List<SpreadAnswer> answers() {
        List<SpreadAnswer> all = new ArrayList<>();
        groups.forEach((key, temperatures) -> {
            SpreadAnswer answer = answered.get(key);
            if (answer == null) {
                answer = compute(key, temperatures);
                answered.put(key, answer);
            }
            if (!answer.temperatures().isEmpty() || !answer.leftOut().isEmpty()) {
                all.add(answer);
            }
        });
        return all;
    }

    private SpreadAnswer compute(Key key, NavigableMap<Temperature, Sample> temperatures) {
        int n = temperatures.values().stream()
                .mapToInt(Sample::size)
                .filter(size -> size >= least)
                .min()
                .orElse(0);
        List<SpreadAnswer.Cell> cells = new ArrayList<>();
        List<SpreadAnswer.LeftOut> leftOut = new ArrayList<>();
        temperatures.forEach((temperature, each) -> {
            if (each.size() >= least) {
                List<float[]> vectors = each.least(n);
                cells.add(new SpreadAnswer.Cell(
                        temperature, figure(Spread.vendi(vectors)), figure(Spread.meanPairwiseSimilarity(vectors))));
            } else if (each.size() > 0) {
                leftOut.add(new SpreadAnswer.LeftOut(temperature, each.size()));
            }
        });
        return new SpreadAnswer(key.group().groupId(), key.group(), key.embedder(), n, least, cells, leftOut);
    }

    private static SpreadAnswer.@Nullable Figure figure(Answer<Spread> answer) {
        return answer.value()
                .map(spread -> new SpreadAnswer.Figure(spread.value(), spread.standardError()))
                .orElse(null);
    }
}
