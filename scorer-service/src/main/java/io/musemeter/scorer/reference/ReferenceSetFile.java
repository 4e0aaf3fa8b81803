package io.musemeter.scorer.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import io.musemeter.events.EventJson;
import io.musemeter.events.InvalidEventException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a reference set from JSON lines, one story a line: {@code {"storyId": "…", "temperature": 0.667, "text": "…"}}.
 * Further fields are ignored and {@code id} is read as {@code storyId}, so that a file of stories to replay will do. Blank
 * lines are skipped.
 */
public final class ReferenceSetFile {
    private static final ObjectReader READER = EventJson.mapper().readerFor(ReferenceStory.class);

    private ReferenceSetFile() {}

    /**
     * The set in that file.
     *
     * @throws InvalidReferenceSetException naming the line that is no reference story, or what is wrong with the set
     * @throws UncheckedIOException when the file cannot be read
     */
    public static ReferenceSet read(Path file) {
        try {
            return parse(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the reference set cannot be read", e);
        }
    }

    /**
     * The set in these lines.
     *
     * @throws InvalidReferenceSetException naming the line that is no reference story, or what is wrong with the set
     */
    public static ReferenceSet parse(List<String> lines) {
        List<ReferenceStory> stories = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                stories.add(parse(lines.get(i), i + 1));
            }
        }
        return new ReferenceSet(stories);
    }

    private static ReferenceStory parse(String line, int number) {
        try {
            return READER.readValue(line);
        } catch (JsonProcessingException e) {
            throw new InvalidReferenceSetException("line " + number + ": " + problem(e));
        }
    }

    private static String problem(JsonProcessingException exception) {
        for (@Nullable Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidReferenceSetException || cause instanceof InvalidEventException) {
                return String.valueOf(cause.getMessage());
            }
        }
        return "is not a story in JSON";
    }
}
