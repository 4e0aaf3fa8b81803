package io.musemeter.generator.writer;

import io.musemeter.events.InvalidEventException;
import io.musemeter.events.ModelIdentity;
import io.musemeter.events.NotWrittenReason;
import io.musemeter.events.Sampler;
import io.musemeter.events.StoryOutcome;
import io.musemeter.generator.privacy.Redactions;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A writer whose texts are redacted before anybody sees them.
 *
 * @param writer writes
 * @param redactions replace what is not to be kept
 */
record RedactingWriter(StoryWriter writer, Redactions redactions) implements StoryWriter {
    @Override
    public ModelIdentity model() {
        return writer.model();
    }

    @Override
    public SamplerSettings settings() {
        return writer.settings();
    }

    @Override
    public Map<String, String> settingStates() {
        return writer.settingStates();
    }

    @Override
    public OptionalDouble budgetUsed() {
        return writer.budgetUsed();
    }

    @Override
    public Reply write(String prompt, Sampler sampler) {
        Reply reply = writer.write(prompt, sampler);
        return reply instanceof Draft draft && draft.outcome() instanceof StoryOutcome.Written written
                ? new Draft(draft.model(), draft.sampler(), redacted(written))
                : reply;
    }

    /** A text that the rules cannot be applied to is not kept. */
    private StoryOutcome redacted(StoryOutcome.Written written) {
        try {
            return new StoryOutcome.Written(
                    redactions.apply(written.text()),
                    written.finishReason(),
                    written.tokenLogProbabilities(),
                    written.topLogProbabilities());
        } catch (InvalidEventException e) {
            return new StoryOutcome.NotWritten(NotWrittenReason.MALFORMED_ANSWER);
        }
    }
}
