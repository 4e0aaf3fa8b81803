package io.musemeter.generator.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.events.FinishReason;
import io.musemeter.events.Hashes;
import io.musemeter.events.ModelIdentity;
import io.musemeter.events.PromptIdentity;
import io.musemeter.events.Sampler;
import io.musemeter.events.Source;
import io.musemeter.events.Story;
import io.musemeter.events.StoryOutcome;
import io.musemeter.events.Temperature;
import io.musemeter.generator.config.GeneratorConfig;
import io.musemeter.generator.publish.StoryLogs;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductionExemplarsTest {
    @TempDir
    Path folder;

    private final List<String> appended = new ArrayList<>();

    private ProductionExemplars exemplars(Uni<Void> end, String... settings) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .withMapping(GeneratorConfig.class)
                .addDiscoveredConverters()
                .withDefaultValue("musemeter.generator.data-folder", folder.toString());
        for (int i = 0; i < settings.length; i += 2) {
            builder.withDefaultValue("musemeter.generator." + settings[i], settings[i + 1]);
        }
        GeneratorConfig config = builder.build().getConfigMapping(GeneratorConfig.class);
        return new ProductionExemplars(
                StoryLogs.ending(key -> {
                    appended.add(key);
                    return end;
                }),
                config);
    }

    private static Story cold(String id, String prompt, String text) {
        return new Story(
                id,
                "prod",
                new Source.Production(),
                ModelIdentity.named("m"),
                new PromptIdentity(prompt, "1"),
                Sampler.at(Temperature.of(0)),
                null,
                null,
                null,
                null,
                null,
                Instant.EPOCH,
                new StoryOutcome.Written(text, FinishReason.STOP, null));
    }

    @Test
    void aStoryOnItsWayToBecomeTheExemplarCanBeErasedAfterACrash() {
        exemplars(Uni.createFrom().nothing())
                .complete(cold("a", "p", "Once."))
                .subscribe()
                .with(story -> {});

        ProductionExemplars restarted = exemplars(Uni.createFrom().voidItem());

        assertThat(restarted.of("a")).contains(Hashes.ofText("Once."));
    }

    @Test
    void storiesThatWaitForTheSameExemplarAppendNoTextOfTheirOwn() {
        ProductionExemplars exemplars = exemplars(Uni.createFrom().nothing());

        exemplars.complete(cold("a", "p", "Once.")).subscribe().with(story -> {});
        exemplars.complete(cold("b", "p", "Twice.")).subscribe().with(story -> {});

        assertThat(appended).containsExactly(Hashes.ofText("Once."));
        assertThat(exemplars.of("b")).isEmpty();
    }

    @Test
    void whereTheLogDoesNotTakeOneTheNextColdStoryIsTried() {
        exemplars(Uni.createFrom().failure(new IllegalStateException("away")))
                .complete(cold("a", "p", "Once."))
                .subscribe()
                .with(story -> {}, failure -> {});
        ProductionExemplars exemplars = exemplars(Uni.createFrom().voidItem());

        Story second = exemplars.complete(cold("b", "p", "Twice.")).await().indefinitely();

        assertThat(second.exemplarHash()).isEqualTo(Hashes.ofText("Twice."));
        assertThat(exemplars.of("a")).contains(Hashes.ofText("Once."));
    }

    @Test
    void aTextThatIsErasedIsNobodysExemplarAnyMore() {
        ProductionExemplars exemplars = exemplars(Uni.createFrom().voidItem());
        exemplars.complete(cold("a", "p", "Once.")).await().indefinitely();
        exemplars.complete(cold("b", "q", "Once.")).await().indefinitely();

        exemplars.forget("a");

        assertThat(exemplars.of("a")).isEmpty();
        assertThat(exemplars
                        .complete(cold("c", "q", "Again."))
                        .await()
                        .indefinitely()
                        .exemplarHash())
                .isEqualTo(Hashes.ofText("Again."));
    }

    @Test
    void aConfiguredExemplarIsRedacted() {
        ProductionExemplars exemplars = exemplars(
                Uni.createFrom().voidItem(),
                "production.exemplar",
                "Once maria@example.org wrote.",
                "privacy.redact.mail.pattern",
                "[a-z.]+@[a-z.]+");

        exemplars.complete(cold("a", "p", "Twice.")).await().indefinitely();

        assertThat(appended).containsExactly(Hashes.ofText("Once [redacted] wrote."));
    }
}
