package io.musemeter.generator.writer;

import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.events.FinishReason;
import io.musemeter.events.ModelIdentity;
import io.musemeter.events.NotWrittenReason;
import io.musemeter.events.Sampler;
import io.musemeter.events.StoryOutcome;
import io.musemeter.events.Temperature;
import io.musemeter.generator.privacy.Redactions;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RedactingWriterTest {
    private static final Redactions RULES =
            new Redactions(List.of(new Redactions.Rule(Pattern.compile("[\\w.]+@[\\w.]+"), "[redacted]")));
    private static final Sampler SAMPLER = Sampler.at(Temperature.of(1));

    /** Replies always the same. */
    private record Always(Reply reply) implements StoryWriter {
        @Override
        public ModelIdentity model() {
            return ModelIdentity.named("m");
        }

        @Override
        public SamplerSettings settings() {
            return new SamplerSettings(null, null, null, 7);
        }

        @Override
        public Reply write(String prompt, Sampler sampler) {
            return reply;
        }
    }

    private static Draft draft(StoryOutcome outcome) {
        return new Draft(ModelIdentity.named("m"), SAMPLER, outcome);
    }

    private static Reply redacted(Reply reply) {
        return new RedactingWriter(new Always(reply), RULES).write("Write.", SAMPLER);
    }

    @Test
    void aTextIsRedactedAndEverythingElseStays() {
        assertThat(redacted(draft(new StoryOutcome.Written(
                        "Once maria@example.org wrote.", FinishReason.LENGTH, List.of(-0.5), List.of(List.of(-0.5))))))
                .isEqualTo(draft(new StoryOutcome.Written(
                        "Once [redacted] wrote.", FinishReason.LENGTH, List.of(-0.5), List.of(List.of(-0.5)))));
    }

    @Test
    void whatHasNoTextStaysAsItIs() {
        Reply none = draft(new StoryOutcome.NotWritten(NotWrittenReason.TIMEOUT));
        Reply notAsked = new NotAsked(Instant.EPOCH, NotAsked.Why.CIRCUIT_OPEN);

        assertThat(redacted(none)).isEqualTo(none);
        assertThat(redacted(notAsked)).isEqualTo(notAsked);
    }
}
