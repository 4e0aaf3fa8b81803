package io.musemeter.generator.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.events.ModelIdentity;
import io.musemeter.events.PromptIdentity;
import io.musemeter.events.Temperature;
import io.musemeter.generator.writer.SamplerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepProgressFileTest {
    private static final SweepDesign DESIGN = new SweepDesign(
            ModelIdentity.named("model"),
            new PromptIdentity("p", "1"),
            new SamplerSettings(1.0, 0, 0.0, 20),
            List.of(Temperature.of(1)),
            1);

    @TempDir
    Path folder;

    @Test
    void aSweepThatNeverRanHasNoProgress() {
        assertThat(new SweepProgressFile(folder, DESIGN).load()).isEmpty();
    }

    @Test
    void progressIsReadAsItWasKept() {
        SweepProgress progress = SweepProgress.begin(Instant.parse("2026-01-01T00:00:00.123456789Z"))
                .acknowledge()
                .ask(Instant.parse("2026-01-02T00:00:00Z"));

        new SweepProgressFile(folder.resolve("new"), DESIGN).save(progress);

        assertThat(new SweepProgressFile(folder.resolve("new"), DESIGN).load()).contains(progress);
    }

    @Test
    void aFileCutInTheMiddleBeginsAnew() throws IOException {
        SweepProgressFile file = new SweepProgressFile(folder, DESIGN);
        file.save(SweepProgress.begin(Instant.EPOCH));
        try (Stream<Path> files = Files.list(folder)) {
            Path kept = files.findFirst().orElseThrow();
            Files.writeString(kept, Files.readString(kept).substring(0, 12));
        }

        assertThat(file.load()).isEmpty();
    }

    @Test
    void theTimeOfAskingOutlivesBeingAskedAgain() {
        SweepProgress asked = SweepProgress.begin(Instant.EPOCH).ask(Instant.ofEpochSecond(5));

        assertThat(asked.ask(Instant.ofEpochSecond(9))).isEqualTo(asked);
    }
}
