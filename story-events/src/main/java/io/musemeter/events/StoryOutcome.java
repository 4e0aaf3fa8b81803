package io.musemeter.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a request for a story came to. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = StoryOutcome.Written.class, name = "written"),
    @JsonSubTypes.Type(value = StoryOutcome.NotWritten.class, name = "not_written")
})
public sealed interface StoryOutcome {

    /**
     * A story.
     *
     * @param text the story: hostile text, at most 1,000,000 characters; blank is allowed, a scorer says what it makes of
     *     it; unpaired surrogates become U+FFFD
     * @param finishReason why it ended
     * @param tokenLogProbabilities natural logarithms of the raw distribution, before temperature and truncation, one a
     *     token; absent when unknown
     */
    record Written(
            String text,
            FinishReason finishReason,
            @Nullable List<Double> tokenLogProbabilities) implements StoryOutcome {
        private static final int LONGEST = 1_000_000;

        /** @throws InvalidEventException when the text is missing or too long, or a log-probability is above 0 or NaN */
        public Written {
            text = WellFormed.text(Require.present(text, "outcome.text"));
            if (text.length() > LONGEST) {
                throw new InvalidEventException("outcome.text", "is longer than " + LONGEST + " characters");
            }
            Require.present(finishReason, "outcome.finishReason");
            if (tokenLogProbabilities != null) {
                for (Double logProbability : tokenLogProbabilities) {
                    // Providers round: a certain token may come as a hair above 0.
                    if (logProbability == null || !(logProbability <= 1e-6)) {
                        throw new InvalidEventException(
                                "outcome.tokenLogProbabilities", "must be natural logarithms of at most 0");
                    }
                }
                tokenLogProbabilities = List.copyOf(tokenLogProbabilities);
            }
        }
    }

    /**
     * No story: data as well, for it may depend on temperature.
     *
     * @param reason why
     */
    record NotWritten(NotWrittenReason reason) implements StoryOutcome {
        /** @throws InvalidEventException when the reason is missing */
        public NotWritten {
            Require.present(reason, "outcome.reason");
        }
    }
}
