package io.musemeter.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/** Reads RFC 3339 text and nothing else: of a bare number nobody knows whether it counts seconds or milliseconds. */
final class InstantText extends StdDeserializer<Instant> {
    private static final long serialVersionUID = 1L;
    private static final long SECONDS_A_DAY = 86_400;

    InstantText() {
        super(Instant.class);
    }

    /**
     * Reads RFC 3339 text; the shape that this system writes, in UTC with seconds, without the general parser.
     *
     * @throws DateTimeException when it is no such text
     */
    static Instant parse(String text) {
        int length = text.length();
        boolean ordinary = length >= 20
                && length <= 30
                && length != 21
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && (length == 20 || text.charAt(19) == '.')
                && text.charAt(length - 1) == 'Z';
        int nanos = ordinary && length > 20 ? fraction(text, 20, length - 1) : 0;
        long seconds = ordinary ? seconds(text) : -1;
        return seconds < 0 || nanos < 0 ? Instant.parse(text) : Instant.ofEpochSecond(seconds, nanos);
    }

    private static long seconds(String text) {
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        if (year < 1970
                || month < 0
                || day < 0
                || hour < 0
                || hour > 23
                || minute < 0
                || minute > 59
                || second < 0
                || second > 59) {
            return -1;
        }
        return LocalDate.of(year, month, day).toEpochDay() * SECONDS_A_DAY + (hour * 60L + minute) * 60 + second;
    }

    private static int fraction(String text, int from, int to) {
        int value = digits(text, from, to);
        for (int i = to - from; value > 0 && i < 9; i++) {
            value *= 10;
        }
        return value;
    }

    /** The number, or -1 when there is something else between them. */
    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            try {
                return parse(parser.getText());
            } catch (DateTimeException e) {
                // Falls through: the exception quotes the text.
            }
        }
        throw context.wrongTokenException(parser, Instant.class, JsonToken.VALUE_STRING, "must be RFC 3339 text");
    }
}
