package io.musemeter.generator.provider;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.LogProb;
import dev.langchain4j.model.openai.OpenAiChatResponseMetadata;
import dev.langchain4j.model.output.TokenUsage;
import io.musemeter.events.FinishReason;
import io.musemeter.events.InvalidEventException;
import io.musemeter.events.ModelIdentity;
import io.musemeter.events.NotWrittenReason;
import io.musemeter.events.Sampler;
import io.musemeter.events.StoryOutcome;
import io.musemeter.events.TopLogProbabilities;
import io.musemeter.generator.writer.Draft;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads a provider's answer. */
final class Answers {
    /** Tokens without text, such as the one that ends the answer. */
    private static final int UNSEEN_TOKENS = 16;
    /** As JSON no more than a third of Kafka's largest record. */
    private static final int MOST_TOKENS = 16_384;

    private Answers() {}

    /**
     * What an answer is worth as a story.
     *
     * @param longestText bytes of UTF-8; a longer text is not kept
     */
    static Draft draft(String model, Sampler sampler, ChatResponse answer, long longestText) {
        String fingerprint =
                answer.metadata() instanceof OpenAiChatResponseMetadata metadata ? metadata.systemFingerprint() : null;
        try {
            return new Draft(
                    new ModelIdentity(model, blankAsNone(answer.metadata().modelName()), blankAsNone(fingerprint)),
                    sampler,
                    outcome(answer, longestText));
        } catch (InvalidEventException e) {
            return new Draft(
                    ModelIdentity.named(model),
                    sampler,
                    new StoryOutcome.NotWritten(NotWrittenReason.MALFORMED_ANSWER));
        }
    }

    /** Tokens of prompt and answer, where the provider says; 0 is how the client reads a usage that is not there. */
    static OptionalLong tokens(ChatResponse answer) {
        TokenUsage usage = answer.metadata().tokenUsage();
        Integer total = usage == null ? null : usage.totalTokenCount();
        return total == null || total <= 0 ? OptionalLong.empty() : OptionalLong.of(total);
    }

    private static StoryOutcome outcome(ChatResponse answer, long longestText) {
        String text = answer.aiMessage().text();
        FinishReason finishReason = finishReason(answer.metadata().finishReason());
        if (text == null || text.isBlank()) {
            return new StoryOutcome.NotWritten(
                    finishReason == FinishReason.CONTENT_FILTER
                            ? NotWrittenReason.CONTENT_FILTER
                            : NotWrittenReason.EMPTY_ANSWER);
        }
        long bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > longestText) {
            return new StoryOutcome.NotWritten(NotWrittenReason.MALFORMED_ANSWER);
        }
        // A token is a byte at least; more of them are not this text's, and would not fit a record.
        return logProbs(answer).size() > Math.min(bytes + UNSEEN_TOKENS, MOST_TOKENS)
                ? new StoryOutcome.Written(text, finishReason, null)
                : new StoryOutcome.Written(text, finishReason, logProbabilities(answer), topLogProbabilities(answer));
    }

    private static FinishReason finishReason(dev.langchain4j.model.output.@Nullable FinishReason reason) {
        if (reason == null) {
            return FinishReason.UNKNOWN;
        }
        return switch (reason) {
            case STOP -> FinishReason.STOP;
            case LENGTH -> FinishReason.LENGTH;
            case CONTENT_FILTER -> FinishReason.CONTENT_FILTER;
            case TOOL_EXECUTION, OTHER -> FinishReason.UNKNOWN;
        };
    }

    /** Log-probabilities when every token has one: some servers answer with a list of holes. */
    private static @Nullable List<Double> logProbabilities(ChatResponse answer) {
        List<LogProb> tokens = logProbs(answer);
        if (tokens.isEmpty() || tokens.stream().anyMatch(token -> token.logprob() == null)) {
            return null;
        }
        return tokens.stream().map(LogProb::logprob).toList();
    }

    private static @Nullable List<List<Double>> topLogProbabilities(ChatResponse answer) {
        return TopLogProbabilities.thinned(
                        logProbs(answer).stream().map(Answers::candidates).toList())
                .orElse(null);
    }

    private static List<Double> candidates(LogProb token) {
        return token.topLogprobs() == null
                ? List.of()
                : token.topLogprobs().stream()
                        .map(LogProb::logprob)
                        .filter(Objects::nonNull)
                        .toList();
    }

    private static List<LogProb> logProbs(ChatResponse answer) {
        return answer.metadata() instanceof OpenAiChatResponseMetadata metadata && metadata.logProbs() != null
                ? metadata.logProbs()
                : List.of();
    }

    private static @Nullable String blankAsNone(@Nullable String name) {
        return name == null || name.isBlank() ? null : name;
    }
}
