package io.musemeter.generator.provider;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import io.musemeter.events.Sampler;
import io.musemeter.events.TopLogProbabilities;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts a prompt and a sampler chain into OpenAI's wire format. */
final class ChatRequests {
    /** Both names of the bound on an answer's tokens. */
    private static final Set<Setting> BOUNDS = Set.of(Setting.MAX_TOKENS, Setting.MAX_COMPLETION_TOKENS);

    private ChatRequests() {}

    static ChatRequest of(String model, String prompt, Sampler sampler, Set<Setting> refused) {
        OpenAiChatRequestParameters.Builder parameters = OpenAiChatRequestParameters.builder();
        parameters.modelName(model);
        parameters.temperature(sampler.temperature().asDouble());
        parameters.topP(sampler.topP());
        if (!refused.contains(Setting.MAX_TOKENS)) {
            parameters.maxOutputTokens(sampler.maxTokens());
        } else if (!refused.contains(Setting.MAX_COMPLETION_TOKENS)) {
            parameters.maxCompletionTokens(sampler.maxTokens());
        }
        if (sampler.seed() != null) {
            parameters.seed(sampler.seed().intValue());
        }
        if (!refused.contains(Setting.LOG_PROBABILITIES)) {
            parameters.logprobs(true);
            if (!refused.contains(Setting.TOP_LOG_PROBABILITIES)) {
                parameters.topLogprobs(TopLogProbabilities.MOST_CANDIDATES);
            }
        }
        Map<String, Object> beyond = new HashMap<>();
        if (sampler.topK() != null) {
            beyond.put("top_k", sampler.topK());
        }
        if (sampler.minP() != null) {
            beyond.put("min_p", sampler.minP());
        }
        if (!beyond.isEmpty()) {
            parameters.customParameters(beyond);
        }
        return ChatRequest.builder()
                .messages(UserMessage.from(prompt))
                .parameters(parameters.build())
                .build();
    }

    /** The chain without what the provider does not take, and what that is: this is what is recorded. */
    static Sampler without(Set<Setting> refused, Sampler sampler) {
        Sampler taken = new Sampler(
                sampler.temperature(),
                refused.contains(Setting.TOP_P) ? null : sampler.topP(),
                refused.contains(Setting.TOP_K) ? null : sampler.topK(),
                refused.contains(Setting.MIN_P) ? null : sampler.minP(),
                refused.contains(Setting.SEED) ? null : sampler.seed(),
                sampler.frequencyPenalty(),
                sampler.presencePenalty(),
                sampler.repeatPenalty(),
                refused.containsAll(BOUNDS) ? null : sampler.maxTokens(),
                null);
        List<String> names = asked(sampler).stream()
                .filter(setting -> !asked(taken).contains(setting))
                .map(Setting::samplerName)
                .filter(Objects::nonNull)
                .toList();
        return names.isEmpty() ? taken : taken.refusing(names);
    }

    /** The settings that a chain asks for, the temperature aside. */
    static Set<Setting> asked(Sampler sampler) {
        Set<Setting> asked = EnumSet.noneOf(Setting.class);
        add(asked, sampler.topP(), Setting.TOP_P);
        add(asked, sampler.topK(), Setting.TOP_K);
        add(asked, sampler.minP(), Setting.MIN_P);
        add(asked, sampler.seed(), Setting.SEED);
        add(asked, sampler.maxTokens(), Setting.MAX_COMPLETION_TOKENS);
        return asked;
    }

    private static void add(Set<Setting> asked, @Nullable Object value, Setting setting) {
        if (value != null) {
            asked.add(setting);
        }
    }
}
