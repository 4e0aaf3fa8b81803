package io.musemeter.scorer.service.provider;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.LogProb;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import dev.langchain4j.model.openai.OpenAiChatResponseMetadata;
import dev.langchain4j.model.output.TokenUsage;
import io.musemeter.events.Hashes;
import io.musemeter.scorer.judge.JudgeCallException;
import io.musemeter.scorer.judge.JudgeModel;
import io.musemeter.scorer.judge.JudgePrompt;
import io.musemeter.scorer.judge.JudgeReply;
import io.musemeter.scorer.judge.Question;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A judge behind OpenAI's wire format: temperature 0, a strict JSON Schema, log-probabilities where they are given. Asked
 * through quarkus-langchain4j's client, whose builder is the one that langchain4j finds by the service loader; so it works
 * within a Quarkus application only.
 */
public final class OpenAiJudge implements JudgeModel {
    /** Sent where no key is configured: local servers take any, and the client wants one. */
    private static final String ANY_KEY = "none";

    private static final int ALTERNATIVES = 20;
    /** Four short fields need fewer than 64 tokens; more is prose that is cut. */
    private static final int LONGEST_ANSWER = 128;
    /** Roles, schema and other words around the two messages. */
    private static final int WORDS_AROUND = 512;

    /** Calls run on threads of their own: the client counts its time anew with every byte, and a call has to end. */
    private final ExecutorService calls = Executors.newCachedThreadPool(OpenAiJudge::daemon);

    private final OpenAiChatModel model;
    private final Endpoint endpoint;
    private final Consumer<String> answeredBy;

    /**
     * @param endpoint where and whom to ask
     * @param answeredBy is told which model the provider says has answered, at each answer that says
     */
    public OpenAiJudge(Endpoint endpoint, Consumer<String> answeredBy) {
        this.endpoint = endpoint;
        this.answeredBy = answeredBy;
        this.model = OpenAiChatModel.builder()
                .baseUrl(endpoint.baseUrl())
                .apiKey(endpoint.apiKey().orElse(ANY_KEY))
                .modelName(endpoint.model())
                .timeout(inWholeSeconds(endpoint.timeout()))
                .maxRetries(0)
                .temperature(0.0)
                .maxTokens(LONGEST_ANSWER)
                .strictJsonSchema(true)
                .logprobs(endpoint.logProbabilities() ? true : null)
                .topLogprobs(endpoint.logProbabilities() ? ALTERNATIVES : null)
                .build();
    }

    @Override
    public String name() {
        return endpoint.model();
    }

    @Override
    public String configurationHash() {
        return Hashes.ofParts(List.of(endpoint.baseUrl(), endpoint.logProbabilities(), LONGEST_ANSWER));
    }

    /** No tokenizer makes more tokens than there are bytes. */
    @Override
    public long mostTokens(JudgePrompt prompt) {
        return (long) bytes(prompt.instructions()) + bytes(prompt.material()) + WORDS_AROUND + LONGEST_ANSWER;
    }

    @Override
    public JudgeReply ask(JudgePrompt prompt, List<Question> questions, int seed) {
        ChatRequest request = ChatRequest.builder()
                .messages(SystemMessage.from(prompt.instructions()), UserMessage.from(prompt.material()))
                .parameters(OpenAiChatRequestParameters.builder()
                        .responseFormat(schema(questions))
                        .seed(seed)
                        .build())
                .build();
        ChatResponse response = answer(request);
        @Nullable String model = response.metadata().modelName();
        if (model != null) {
            answeredBy.accept(model);
        }
        return reply(response);
    }

    private ChatResponse answer(ChatRequest request) {
        Future<ChatResponse> call = calls.submit(() -> model.chat(request));
        try {
            return call.get(endpoint.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw JudgeFailures.meaning(e);
        } catch (TimeoutException e) {
            throw new JudgeCallException(JudgeCallException.Kind.TIMED_OUT, Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JudgeCallException(JudgeCallException.Kind.UNAVAILABLE, Optional.empty());
        } finally {
            call.cancel(true);
        }
    }

    /** The client cuts to seconds, and 0 would mean no bound; the exact one is kept here. */
    private static Duration inWholeSeconds(Duration timeout) {
        return Duration.ofSeconds(timeout.plusMillis(999).toSeconds() + 1);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "scorer-judge-call");
        thread.setDaemon(true);
        return thread;
    }

    private static JudgeReply reply(ChatResponse response) {
        String text = response.aiMessage().text();
        if (text == null) {
            throw new JudgeCallException(JudgeCallException.Kind.MALFORMED, Optional.empty());
        }
        TokenUsage usage = response.tokenUsage();
        Integer total = usage == null ? null : usage.totalTokenCount();
        return new JudgeReply(text, tokens(response), total == null ? 0 : total);
    }

    private static List<JudgeReply.Token> tokens(ChatResponse response) {
        @Nullable
        List<LogProb> logProbs =
                response.metadata() instanceof OpenAiChatResponseMetadata metadata ? metadata.logProbs() : null;
        if (logProbs == null) {
            return List.of();
        }
        return logProbs.stream()
                .map(token -> new JudgeReply.Token(token.token() == null ? "" : token.token(), alternatives(token)))
                .toList();
    }

    private static Map<String, Double> alternatives(LogProb token) {
        List<LogProb> known = new ArrayList<>(token.topLogprobs() == null ? List.of() : token.topLogprobs());
        known.add(token);
        Map<String, Double> alternatives = new HashMap<>();
        for (LogProb one : known) {
            // Some servers answer with holes.
            if (one.token() != null && one.logprob() != null) {
                alternatives.put(one.token(), one.logprob());
            }
        }
        return alternatives;
    }

    private static ResponseFormat schema(List<Question> questions) {
        Map<String, JsonSchemaElement> fields = new LinkedHashMap<>();
        questions.forEach(question -> fields.put(
                question.field(),
                JsonIntegerSchema.builder()
                        .description("mark from " + Question.LOW + " to " + Question.HIGH)
                        .build()));
        JsonObjectSchema root = JsonObjectSchema.builder()
                .addProperties(fields)
                .required(List.copyOf(fields.keySet()))
                .additionalProperties(false)
                .build();
        return ResponseFormat.builder()
                .type(ResponseFormatType.JSON)
                .jsonSchema(JsonSchema.builder().name("marks").rootElement(root).build())
                .build();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
