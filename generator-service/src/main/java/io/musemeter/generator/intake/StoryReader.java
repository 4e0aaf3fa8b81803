package io.musemeter.generator.intake;

import io.musemeter.events.EventJson;
import io.musemeter.events.FinishReason;
import io.musemeter.events.InvalidEventException;
import io.musemeter.events.ModelIdentity;
import io.musemeter.events.PromptIdentity;
import io.musemeter.events.Sampler;
import io.musemeter.events.Source;
import io.musemeter.events.Story;
import io.musemeter.events.StoryIds;
import io.musemeter.events.StoryOutcome;
import io.musemeter.generator.privacy.Redactions;
import io.musemeter.generator.prompt.PromptNaming;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads {@link StoryForm}s into stories of the contract. */
public final class StoryReader {
    private final String environment;
    private final long longestText;
    private final PromptNaming prompts;
    private final Redactions redactions;

    /**
     * @param environment environment of stories that name none
     * @param longestText longest text in bytes of UTF-8
     * @param prompts names prompts
     * @param redactions replace what is not to be kept
     */
    public StoryReader(String environment, long longestText, PromptNaming prompts, Redactions redactions) {
        this.environment = environment;
        this.longestText = longestText;
        this.prompts = prompts;
        this.redactions = redactions;
    }

    /**
     * Reads one story.
     *
     * @throws InvalidEventException naming the first field that breaks the contract
     */
    public Story read(byte[] json, Arrival arrival) {
        Utf8.check(json);
        return read(EventJson.read(json, StoryForm.class), arrival);
    }

    /**
     * Reads one story that is already a form.
     *
     * @throws InvalidEventException naming the first field that breaks the contract
     */
    public Story read(StoryForm form, Arrival arrival) {
        Source source = source(form.source(), arrival.source());
        return new Story(
                StoryIds.foreign(source, id(form.id(), arrival.id())),
                form.environment() == null ? environment : Utf8.paired(form.environment(), "environment"),
                source,
                model(form),
                prompt(form, source),
                sampler(form),
                form.exemplarHash() == null ? arrival.exemplarHash() : Utf8.paired(form.exemplarHash(), "exemplarHash"),
                form.traceId(),
                form.spanId(),
                form.samplingFraction(),
                form.propensity(),
                form.eventTime() == null ? arrival.eventTime() : form.eventTime(),
                outcome(form));
    }

    private static Source source(@Nullable String text, Source otherwise) {
        Source source = text == null ? otherwise : Source.parse(text);
        if (source instanceof Source.Sweep) {
            throw new InvalidEventException("source", "sweep is the generator's own");
        }
        return source;
    }

    private static String id(@Nullable String id, @Nullable String otherwise) {
        String chosen = id == null ? otherwise : id;
        if (chosen == null || chosen.isBlank()) {
            throw new InvalidEventException("id", "is required: it makes sending twice the same as sending once");
        }
        return Utf8.paired(chosen, "id");
    }

    private static ModelIdentity model(StoryForm form) {
        if (form.model() == null) {
            throw new InvalidEventException("model", "is required");
        }
        return new ModelIdentity(
                Utf8.paired(form.model(), "model"),
                form.responseModel() == null ? null : Utf8.paired(form.responseModel(), "responseModel"),
                form.fingerprint() == null ? null : Utf8.paired(form.fingerprint(), "fingerprint"));
    }

    private PromptIdentity prompt(StoryForm form, Source source) {
        if (form.promptId() != null) {
            PromptIdentity named = new PromptIdentity(
                    Utf8.paired(form.promptId(), "promptId"),
                    form.promptVersion() == null ? "1" : Utf8.paired(form.promptVersion(), "promptVersion"));
            return prompts.keep(named, source);
        }
        return prompts.identify(form.prompt() == null ? null : Utf8.paired(form.prompt(), "prompt"), source);
    }

    private static Sampler sampler(StoryForm form) {
        if (form.temperature() == null) {
            throw new InvalidEventException("temperature", "is required");
        }
        return new Sampler(
                form.temperature(),
                form.topP(),
                form.topK(),
                form.minP(),
                form.seed(),
                form.frequencyPenalty(),
                form.presencePenalty(),
                form.repeatPenalty(),
                form.maxTokens());
    }

    private StoryOutcome outcome(StoryForm form) {
        if (form.text() == null) {
            if (form.notWritten() == null) {
                throw new InvalidEventException("text", "is required, or notWritten with the reason why there is none");
            }
            return new StoryOutcome.NotWritten(form.notWritten());
        }
        if (form.notWritten() != null) {
            throw new InvalidEventException("notWritten", "must be absent where there is a text");
        }
        if (form.text().getBytes(StandardCharsets.UTF_8).length > longestText) {
            throw new InvalidEventException("text", "is longer than " + longestText + " bytes");
        }
        return new StoryOutcome.Written(
                redactions.apply(Utf8.paired(form.text(), "text")),
                form.finishReason() == null ? FinishReason.UNKNOWN : form.finishReason(),
                form.tokenLogProbabilities(),
                form.topLogProbabilities());
    }
}
