package io.musemeter.scorer.paper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.musemeter.events.Temperature;
import io.musemeter.scorer.reference.ReferenceStory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The published stories and ratings of Peeperkorn, Kouwenhoven, Brown and Jordanous (2024), found beside the repository.
 *
 * @param exemplar the story the others were compared with
 * @param stories the rated stories
 * @param ratings for each condition, the ratings of each story; higher is more of the condition
 */
record PaperData(String exemplar, List<ReferenceStory> stories, Map<String, Map<String, List<Double>>> ratings) {
    static final List<String> CONDITIONS = List.of("novelty", "typicality", "cohesion", "coherence");
    private static final Path FOLDER = Path.of(System.getProperty("musemeter.root", ".."), "..", "shared", "paper");
    private static final double LOWEST_PLUS_HIGHEST = 6;

    static boolean isThere() {
        return Files.isDirectory(FOLDER);
    }

    static PaperData read() {
        try {
            return new PaperData(
                    Files.readString(FOLDER.resolve("exemplar.txt")),
                    Files.readAllLines(FOLDER.resolve("stories.jsonl")).stream()
                            .map(PaperData::story)
                            .toList(),
                    ratings(Files.readAllLines(FOLDER.resolve("survey_data_by_evaluation.csv"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReferenceStory story(String line) {
        try {
            JsonNode story = new ObjectMapper().readTree(line);
            return new ReferenceStory(
                    story.get("id").asText(),
                    Temperature.of(story.get("temperature").asDouble()),
                    story.get("text").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Map<String, List<Double>>> ratings(List<String> lines) {
        List<String> columns = Arrays.asList(lines.get(0).split(",", -1));
        Map<String, Map<String, List<Double>>> ratings = new HashMap<>();
        for (String condition : CONDITIONS) {
            // The paper asked how difficult a story was to follow: low was coherent.
            boolean reversed = condition.equals("coherence");
            ratings.put(
                    condition,
                    lines.stream()
                            .skip(1)
                            .map(line -> line.split(",", -1))
                            .collect(Collectors.groupingBy(
                                    row -> row[columns.indexOf("story_id")],
                                    Collectors.mapping(
                                            row -> rating(row[columns.indexOf(condition)], reversed),
                                            Collectors.toList()))));
        }
        return ratings;
    }

    private static double rating(String text, boolean reversed) {
        double rating = Double.parseDouble(text);
        return reversed ? LOWEST_PLUS_HIGHEST - rating : rating;
    }
}
