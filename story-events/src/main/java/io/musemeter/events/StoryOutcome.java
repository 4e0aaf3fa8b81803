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
     * @param topLogProbabilities of some tokens, evenly spread over the story, the natural logarithms of the likeliest
     *     candidates in the raw distribution, in any order; at most {@link TopLogProbabilities#MOST_POSITIONS} lists of at
     *     most {@link TopLogProbabilities#MOST_CANDIDATES}; absent when unknown
     */
    record Written(
            String text,
            FinishReason finishReason,
            @Nullable List<Double> tokenLogProbabilities,
            @Nullable List<List<Double>> topLogProbabilities)
            implements StoryOutcome {
        private static final int LONGEST = 1_000_000;

        /**
         * @throws InvalidEventException when the text is missing or too long, a log-probability is above 0 or NaN, or there
         *     are more candidates than may be
         */
        public Written {
            text = WellFormed.text(Require.present(text, "outcome.text"));
            if (text.length() > LONGEST) {
                throw new InvalidEventException("outcome.text", "is longer than " + LONGEST + " characters");
            }
            Require.present(finishReason, "outcome.finishReason");
            if (tokenLogProbabilities != null) {
                TopLogProbabilities.requireLogarithms(tokenLogProbabilities, "outcome.tokenLogProbabilities");
                tokenLogProbabilities = List.copyOf(tokenLogProbabilities);
            }
            if (topLogProbabilities != null) {
                topLogProbabilities = TopLogProbabilities.checked(topLogProbabilities);
            }
        }

        /** A story of whose candidates nothing is known. */
        public Written(String text, FinishReason finishReason, @Nullable List<Double> tokenLogProbabilities) {
            this(text, finishReason, tokenLogProbabilities, null);
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
