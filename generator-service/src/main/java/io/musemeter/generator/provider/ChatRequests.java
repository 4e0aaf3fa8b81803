package io.musemeter.generator.provider;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import io.musemeter.events.Sampler;
import io.musemeter.events.TopLogProbabilities;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

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

    /** The chain without what the provider does not take: this is what is recorded. */
    static Sampler without(Set<Setting> refused, Sampler sampler) {
        return new Sampler(
                sampler.temperature(),
                refused.contains(Setting.TOP_P) ? null : sampler.topP(),
                refused.contains(Setting.TOP_K) ? null : sampler.topK(),
                refused.contains(Setting.MIN_P) ? null : sampler.minP(),
                refused.contains(Setting.SEED) ? null : sampler.seed(),
                sampler.frequencyPenalty(),
                sampler.presencePenalty(),
                sampler.repeatPenalty(),
                refused.containsAll(BOUNDS) ? null : sampler.maxTokens());
    }
}
