package io.musemeter.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request for a story and what came of it: the value of topic {@code stories}.
 *
 * @param storyId identity; the same request asked again has the same one
 * @param environment for example {@code local} or {@code prod-eu}
 * @param source where it comes from
 * @param model which model wrote
 * @param prompt which prompt was answered
 * @param sampler the whole sampler chain
 * @param exemplarHash the exemplar it is compared with, when it has one
 * @param traceId W3C trace id (32 hexadecimal digits) of the request, when known
 * @param spanId W3C span id (16 hexadecimal digits) of the request, when known
 * @param samplingFraction share of the traffic that is let in, in (0, 1]; absent means all
 * @param propensity probability with which this temperature was assigned, in (0, 1], when it was assigned at random
 * @param eventTime when it was asked for
 * @param outcome the story, or why there is none
 */
public record Story(
        String storyId,
        String environment,
        Source source,
        ModelIdentity model,
        PromptIdentity prompt,
        Sampler sampler,
        @Nullable String exemplarHash,
        @Nullable String traceId,
        @Nullable String spanId,
        @Nullable Double samplingFraction,
        @Nullable Double propensity,
        Instant eventTime,
        StoryOutcome outcome) {

    /** @throws InvalidEventException naming the first field that breaks the contract */
    public Story {
        Require.name(storyId, "storyId");
        Require.name(environment, "environment");
        Require.present(source, "source");
        Require.present(model, "model");
        Require.present(prompt, "prompt");
        Require.present(sampler, "sampler");
        Require.optionalName(exemplarHash, "exemplarHash");
        Require.hex(traceId, 32, "traceId");
        Require.hex(spanId, 16, "spanId");
        Require.within(samplingFraction, Double.MIN_VALUE, 1, "samplingFraction");
        Require.within(propensity, Double.MIN_VALUE, 1, "propensity");
        Require.time(eventTime, "eventTime");
        Require.present(outcome, "outcome");
    }

    /** Whether the bound on its tokens cut the story. */
    public boolean truncated() {
        return outcome instanceof StoryOutcome.Written written && written.finishReason() == FinishReason.LENGTH;
    }
}
