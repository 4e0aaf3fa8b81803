package io.musemeter.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of one score as they come. What is not ordinary ends in an exception, never in a guess. */
final class ScoreFields {
    private final Set<String> seen = new HashSet<>(32);

    private @Nullable String storyId;
    private @Nullable SeriesKey series;
    private @Nullable Temperature temperature;
    private @Nullable Instant eventTime;
    private @Nullable String repetition;
    private @Nullable Boolean truncated;
    private @Nullable Long textHash;
    private @Nullable ScoreOutcome outcome;
    private @Nullable String traceId;
    private @Nullable String spanId;
    private @Nullable String responseModel;
    private @Nullable String fingerprint;
    private @Nullable Double samplingFraction;
    private @Nullable Double propensity;
    private @Nullable String exemplarHash;
    private @Nullable Integer words;
    private @Nullable Integer tokens;

    /** Takes the value that the parser stands on. */
    void take(String name, JsonParser parser, SeriesPool pool, byte[] json) throws IOException {
        if (!seen.add(name)) {
            throw new NotOrdinaryException();
        }
        switch (name) {
            case "storyId" -> storyId = text(parser);
            case "series" -> series = series(parser, pool, json);
            case "temperature" -> temperature = new Temperature(number(parser).getDecimalValue());
            case "eventTime" -> eventTime = InstantText.parse(text(parser));
            case "repetition" -> repetition = text(parser);
            case "truncated" -> truncated = parser.getBooleanValue();
            case "textHash" -> textHash = integer(parser);
            case "outcome" -> outcome = outcome(parser);
            case "traceId" -> traceId = text(parser);
            case "spanId" -> spanId = text(parser);
            case "responseModel" -> responseModel = text(parser);
            case "fingerprint" -> fingerprint = text(parser);
            case "samplingFraction" -> samplingFraction = number(parser).getDoubleValue();
            case "propensity" -> propensity = number(parser).getDoubleValue();
            case "exemplarHash" -> exemplarHash = text(parser);
            case "words" -> words = small(parser);
            case "tokens" -> tokens = small(parser);
            default -> throw new NotOrdinaryException();
        }
    }

    Score toScore() throws NotOrdinaryException {
        return new Score(
                required(storyId),
                required(series),
                required(temperature),
                required(eventTime),
                required(repetition),
                required(truncated),
                required(textHash),
                traceId,
                spanId,
                responseModel,
                fingerprint,
                samplingFraction,
                propensity,
                exemplarHash,
                words,
                tokens,
                required(outcome));
    }

    private static SeriesKey series(JsonParser parser, SeriesPool pool, byte[] json) throws IOException {
        expect(parser, JsonToken.START_OBJECT);
        int from = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        expect(parser, JsonToken.END_OBJECT);
        return pool.read(json, from, (int) parser.currentTokenLocation().getByteOffset() + 1);
    }

    /** A value; the other outcomes are rarer, and left to others. */
    private static ScoreOutcome outcome(JsonParser parser) throws IOException {
        expect(parser, JsonToken.START_OBJECT);
        if (!"kind".equals(parser.nextFieldName()) || !"scored".equals(parser.nextTextValue())) {
            throw new NotOrdinaryException();
        }
        if (!"value".equals(parser.nextFieldName())) {
            throw new NotOrdinaryException();
        }
        parser.nextToken();
        double value = number(parser).getDoubleValue();
        parser.nextToken();
        expect(parser, JsonToken.END_OBJECT);
        return new ScoreOutcome.Scored(value);
    }

    private static String text(JsonParser parser) throws IOException {
        expect(parser, JsonToken.VALUE_STRING);
        return parser.getText();
    }

    private static long integer(JsonParser parser) throws IOException {
        expect(parser, JsonToken.VALUE_NUMBER_INT);
        return parser.getLongValue();
    }

    private static int small(JsonParser parser) throws IOException {
        long value = integer(parser);
        if (value != (int) value) {
            throw new NotOrdinaryException();
        }
        return (int) value;
    }

    private static JsonParser number(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null || !token.isNumeric()) {
            throw new NotOrdinaryException();
        }
        return parser;
    }

    private static void expect(JsonParser parser, JsonToken token) throws NotOrdinaryException {
        if (parser.currentToken() != token) {
            throw new NotOrdinaryException();
        }
    }

    private static <T> T required(@Nullable T value) throws NotOrdinaryException {
        if (value == null) {
            throw new NotOrdinaryException();
        }
        return value;
    }

    /** Carries no stack trace: hostile bytes must not cost more than others. */
    static final class NotOrdinaryException extends IOException {
        private static final long serialVersionUID = 1L;

        NotOrdinaryException() {
            super("left to the general reader");
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }
}
