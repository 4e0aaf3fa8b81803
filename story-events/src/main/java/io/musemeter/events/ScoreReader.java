package io.musemeter.events;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;

/**
 * Reads scores as {@link EventJson} does, in less time: a reader of many scores meets the same series again and again.
 * Whatever is not an ordinary score (an unknown field, a field twice, a wrong type) is left to {@link EventJson}, so that
 * result and refusal are the same. Not for use by several threads at once.
 */
public final class ScoreReader {
    private static final JsonFactory JSON = new JsonFactory();

    private final SeriesPool pool = new SeriesPool();

    /**
     * Reads a score.
     *
     * @throws InvalidEventException as {@link EventJson#read} does
     */
    public Score read(byte @Nullable [] json) {
        Score score = json == null || !WireText.isUtf8(json) ? null : ordinary(json);
        return score == null ? EventJson.read(json, Score.class) : score;
    }

    private @Nullable Score ordinary(byte[] json) {
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            ScoreFields fields = new ScoreFields();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                fields.take(name, parser, pool, json);
            }
            return parser.nextToken() == null ? fields.toScore() : null;
        } catch (IOException | InvalidEventException | DateTimeException e) {
            // The general reader says what is wrong with it, if anything is.
            return null;
        }
    }
}
