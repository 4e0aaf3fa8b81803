package io.musemeter.generator.provider;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import io.musemeter.events.ModelIdentity;
import io.musemeter.events.NotWrittenReason;
import io.musemeter.events.Sampler;
import io.musemeter.events.StoryOutcome;
import io.musemeter.events.Temperature;
import io.musemeter.generator.config.ProviderConfig;
import io.musemeter.generator.writer.Draft;
import io.musemeter.generator.writer.NotAsked;
import io.musemeter.generator.writer.Reply;
import io.musemeter.generator.writer.SamplerSettings;
import io.musemeter.generator.writer.StoryWriter;
import io.smallrye.faulttolerance.api.TypedGuard;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/**
 * A model behind OpenAI's wire format. What it refuses for good, a setting or a temperature, is remembered and not asked
 * again; what may pass is tried again within bounds; whatever comes of it is a value.
 */
public final class ProviderWriter implements StoryWriter {
    private static final Logger LOG = Logger.getLogger(ProviderWriter.class);

    private static final int BYTES_OF_A_TOKEN = 3;

    private final ProviderConfig config;
    private final long longestText;
    private final OpenAiChatModel model;
    private final DailyBudget budget;
    private final Rests rests;
    private final TypedGuard<ChatResponse> guard;
    private final TypedGuard<ChatResponse> deadline;
    private final Unfinished unfinished;

    private final Set<Setting> refusedSettings = Collections.synchronizedSet(EnumSet.noneOf(Setting.class));
    private final Set<Temperature> refusedTemperatures = ConcurrentHashMap.newKeySet();

    /**
     * @param config where the model is and how it is asked
     * @param longestText of an answer, in bytes of UTF-8
     * @param clock tells the days of the budget
     * @param budgetFile where the day's count is kept
     */
    public ProviderWriter(ProviderConfig config, long longestText, Clock clock, Path budgetFile) {
        this.config = config;
        this.longestText = longestText;
        this.budget = new DailyBudget(config.callsPerDay(), config.tokensPerDay(), clock, budgetFile);
        this.model = ProviderClient.of(config);
        this.rests = new Rests(clock, config.breakerDelay());
        this.guard = Guards.around(config, rests);
        this.unfinished = new Unfinished(config.retries() + 1);
        this.deadline = Guards.deadline(config);
        if (!config.logProbabilities()) {
            refusedSettings.add(Setting.LOG_PROBABILITIES);
        }
    }

    @Override
    public ModelIdentity model() {
        return ModelIdentity.named(config.recordedAs().orElse(config.model()));
    }

    @Override
    public SamplerSettings settings() {
        return new SamplerSettings(
                config.topP().isPresent() ? config.topP().getAsDouble() : null,
                config.topK().isPresent() ? config.topK().getAsInt() : null,
                config.minP().isPresent() ? config.minP().getAsDouble() : null,
                config.maxTokens());
    }

    @Override
    public Map<String, String> settingStates() {
        // Any temperature and seed: of the settings it is only asked which there are.
        Sampler asked = settings().at(Temperature.of(0), 0);
        Set<Setting> taken = ChatRequests.asked(ChatRequests.without(refusedSettings, asked));
        Map<String, String> states = new TreeMap<>();
        for (Setting setting : ChatRequests.asked(asked)) {
            String state = setting.openAis() ? "sent" : "unverifiable";
            states.put(Objects.requireNonNull(setting.samplerName()), taken.contains(setting) ? state : "refused");
        }
        if (config.logProbabilities()) {
            states.put("logProbabilities", refusedSettings.contains(Setting.LOG_PROBABILITIES) ? "refused" : "sent");
        }
        return states;
    }

    @Override
    public OptionalDouble budgetUsed() {
        return budget.used();
    }

    @Override
    public Reply write(String prompt, Sampler sampler) {
        if (refusedTemperatures.contains(sampler.temperature())) {
            return notWritten(sampler, NotWrittenReason.TEMPERATURE_REFUSED);
        }
        Optional<NotAsked> rest = rests.now();
        if (rest.isPresent()) {
            return rest.get();
        }
        while (true) {
            Sampler taken = ChatRequests.without(refusedSettings, sampler);
            try {
                ChatResponse answer = guard.call(() -> ask(prompt, taken));
                unfinished.forget();
                return Answers.draft(model().name(), taken, answer, longestText);
            } catch (Exception e) {
                Throwable root = Reasons.root(e);
                Optional<Setting> refused = Reasons.refusedSetting(root).filter(refusedSettings::add);
                if (refused.isEmpty()) {
                    return failed(root, taken);
                }
                LOG.infof(
                        "%s does not take %s; it is asked without",
                        config.model(), refused.get().wireName());
            }
        }
    }

    private Reply failed(Throwable root, Sampler taken) {
        if (root instanceof BudgetExhaustedException) {
            return new NotAsked(budget.renewal(), NotAsked.Why.BUDGET_EXHAUSTED);
        }
        if (root instanceof CircuitBreakerOpenException) {
            // Tried often enough over several rests, it is this request's failure and not only the provider's.
            return unfinished
                    .whenTriedOut(taken)
                    .<Reply>map(reason -> notWritten(taken, reason))
                    .orElseGet(rests::circuitOpen);
        }
        if (Reasons.asksForMoreThan(root, config.longestBackoff())) {
            return rests.now().<Reply>map(rest -> rest).orElseGet(rests::circuitOpen);
        }
        unfinished.forget();
        return notWritten(taken, remembered(Reasons.reason(root), taken));
    }

    private ChatResponse ask(String prompt, Sampler sampler) throws Exception {
        DailyBudget.Reserved reserved =
                budget.take(mostTokens(prompt, sampler)).orElseThrow(BudgetExhaustedException::new);
        ChatRequest request = ChatRequests.of(config.model(), prompt, sampler, refusedSettings);
        try {
            ChatResponse answer = deadline.call(() -> model.chat(request));
            Answers.tokens(answer).ifPresent(used -> budget.settle(reserved, used));
            return answer;
        } catch (RuntimeException e) {
            if (Reasons.interrupted(e)) {
                Thread.currentThread().interrupt();
            }
            Throwable failure = Reasons.root(e);
            if (Reasons.notCarriedOut(failure)) {
                budget.settle(reserved, 0);
            }
            Reasons.retryAfter(failure).ifPresent(rests::askedFor);
            unfinished.tried(sampler, Reasons.reason(failure));
            // The retry's pause looks at the failure itself, not at what the client wrapped it in.
            if (failure instanceof RuntimeException root) {
                throw root;
            }
            throw e;
        }
    }

    /** An estimate: few tokenizers make more than a token of three bytes, and the answer's bound is sent along. */
    private static long mostTokens(String prompt, Sampler sampler) {
        long asked = prompt.getBytes(StandardCharsets.UTF_8).length / BYTES_OF_A_TOKEN + 1L;
        return asked + (sampler.maxTokens() == null ? 0 : sampler.maxTokens());
    }

    private NotWrittenReason remembered(NotWrittenReason reason, Sampler sampler) {
        if (reason == NotWrittenReason.TEMPERATURE_REFUSED && refusedTemperatures.add(sampler.temperature())) {
            LOG.warnf("%s does not take temperature %s", config.model(), sampler.temperature());
        }
        return reason;
    }

    private Draft notWritten(Sampler sampler, NotWrittenReason reason) {
        return new Draft(model(), sampler, new StoryOutcome.NotWritten(reason));
    }
}
