package io.musemeter.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/** Reads RFC 3339 text and nothing else: of a bare number nobody knows whether it counts seconds or milliseconds. */
final class InstantText extends StdDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    InstantText() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            try {
                return Instant.parse(parser.getText());
            } catch (DateTimeException e) {
                // Falls through: the exception quotes the text.
            }
        }
        throw context.wrongTokenException(parser, Instant.class, JsonToken.VALUE_STRING, "must be RFC 3339 text");
    }
}
