package io.musemeter.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What scoring a story came to. A {@link Scored} is final; the others are superseded by a later one. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ScoreOutcome.Scored.class, name = "scored"),
    @JsonSubTypes.Type(value = ScoreOutcome.Unscorable.class, name = "unscorable"),
    @JsonSubTypes.Type(value = ScoreOutcome.Failed.class, name = "failed")
})
public sealed interface ScoreOutcome {

    /**
     * A value.
     *
     * @param value finite, in the metric's unit and direction
     */
    record Scored(double value) implements ScoreOutcome {
        /** @throws InvalidEventException when the value is NaN or infinite */
        public Scored {
            if (!Double.isFinite(value)) {
                throw new InvalidEventException("outcome.value", "must be a finite number");
            }
        }
    }

    /**
     * The metric has no value for this story, and asking again would not change that.
     *
     * @param reason why
     */
    record Unscorable(UnscorableReason reason) implements ScoreOutcome {
        /** @throws InvalidEventException when the reason is missing */
        public Unscorable {
            Require.present(reason, "outcome.reason");
        }
    }

    /**
     * The scorer failed; asking again may help.
     *
     * @param error a short code from the scorer's own list, never text of the story or a provider
     */
    record Failed(String error) implements ScoreOutcome {
        /** @throws InvalidEventException when the code is missing or no plain name */
        public Failed {
            Require.name(error, "outcome.error");
        }
    }
}
