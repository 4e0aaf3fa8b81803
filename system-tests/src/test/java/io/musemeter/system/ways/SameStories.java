package io.musemeter.system.ways;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.musemeter.system.RunningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** 31 stories and their exemplar: the paper's where it lies beside the repository, else of our own making. */
final class SameStories {
    static final int COUNT = 31;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PAPER = RunningSystem.ROOT.resolve("../shared/paper");
    private static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");
    private static final double[] TEMPERATURES = {0.001, 0.334, 0.667, 1, 1.334, 1.667, 2};
    private static final List<String> WORDS = List.of(
            "the", "fox", "river", "old", "sang", "slowly", "under", "moon", "found", "letter", "sister", "ran", "home",
            "silver", "door", "opened", "and", "winter", "bread", "quiet");

    private SameStories() {}

    /** The stories as JSON objects, each with the time at which it was asked for. */
    static List<ObjectNode> stories() throws IOException {
        List<ObjectNode> stories = new ArrayList<>();
        List<String> lines = ofThePaper() ? Files.readAllLines(PAPER.resolve("stories.jsonl")) : ownLines();
        for (String line : lines) {
            ObjectNode story = (ObjectNode) JSON.readTree(line);
            stories.add(story.put("eventTime", BEGIN.plusSeconds(stories.size()).toString()));
        }
        return stories;
    }

    static String exemplar() throws IOException {
        return ofThePaper() ? Files.readString(PAPER.resolve("exemplar.txt")) : text(new Random(-1), 8);
    }

    private static boolean ofThePaper() {
        return Files.exists(PAPER.resolve("stories.jsonl"));
    }

    private static List<String> ownLines() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            lines.add(JSON.createObjectNode()
                    .put("id", "own-" + i)
                    .put("model", "of-our-own")
                    .put("prompt", "Write a story.")
                    .put("temperature", TEMPERATURES[i % TEMPERATURES.length])
                    .put("topP", 1.0)
                    .put("topK", 50)
                    .put("minP", 0.05)
                    .put("text", text(new Random(i), 4 + i % 5))
                    .toString());
        }
        return lines;
    }

    private static String text(Random random, int sentences) {
        return random.ints(sentences, 5, 12)
                .mapToObj(words -> random.ints(words, 0, WORDS.size())
                        .mapToObj(WORDS::get)
                        .collect(Collectors.joining(" ", "Once ", ".")))
                .collect(Collectors.joining(" "));
    }
}
