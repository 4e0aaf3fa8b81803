package io.musemeter.events.correlation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.musemeter.events.InvalidEventException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something changed in a series: a detector's alarm, another model behind the same name, or another exemplar.
 *
 * @param kind what changed
 * @param at start of the days in which a detector raised its alarm, or event time of the first score of the new model or with the new exemplar
 * @param direction {@code up} or {@code down} of a detector's alarm; else null
 * @param to the new response model, fingerprint or exemplar's hash, as it came from outside; else null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Change(
        Kind kind,
        Instant at,
        @Nullable String direction,
        @Nullable String to) {
    /** What changed. */
    public enum Kind {
        /** The level at equal temperature. */
        LEVEL("level"),
        /** The slope. */
        RELATION("relation"),
        /** The model that says it answered. */
        RESPONSE_MODEL("responseModel"),
        /** The provider's fingerprint of its serving system. */
        FINGERPRINT("fingerprint"),
        /** The exemplar that stories are compared with. */
        EXEMPLAR("exemplar");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** Its name on the wire. */
        @JsonValue
        public String text() {
            return text;
        }

        /**
         * The kind of that name.
         *
         * @throws InvalidEventException when there is none
         */
        @JsonCreator
        public static Kind parse(@Nullable String text) {
            for (Kind kind : values()) {
                if (kind.text.equals(text)) {
                    return kind;
                }
            }
            throw new InvalidEventException("kind", "is no kind of change");
        }
    }
}
