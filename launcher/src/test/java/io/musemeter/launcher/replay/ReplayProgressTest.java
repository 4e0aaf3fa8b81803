package io.musemeter.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayProgressTest {
    @TempDir
    Path data;

    private Path file;

    @BeforeEach
    void aFile() throws IOException {
        file = Files.writeString(data.resolve("stories.jsonl"), "{}\n{}\n");
    }

    @Test
    void anInterruptedReplayGoesOnWhereItStopped() throws IOException {
        ReplayProgress.load(data, "cluster", "paper", file, "hash").sentBefore(2);

        assertThat(ReplayProgress.load(data, "cluster", "paper", file, "hash").nextLine())
                .isEqualTo(2);
    }

    @Test
    void anotherExemplarUnderTheSameNameIsRefused() throws IOException {
        ReplayProgress.load(data, "cluster", "paper", file, "hash").sentBefore(2);

        assertThatThrownBy(() -> ReplayProgress.load(data, "cluster", "paper", file, "other"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another exemplar")
                .hasMessageContaining("--name");
    }

    @Test
    void anotherClusterHasNothingYet() throws IOException {
        ReplayProgress.load(data, "cluster", "paper", file, "hash").sentBefore(2);

        ReplayProgress progress = ReplayProgress.load(data, "new cluster", "paper", file, "other");

        assertThat(progress.nextLine()).isEqualTo(1);
    }

    @Test
    void aChangedFileStartsOver() throws IOException {
        ReplayProgress.load(data, "cluster", "paper", file, null).sentBefore(2);

        Files.writeString(file, "{}\n{}\n{}\n");

        assertThat(ReplayProgress.load(data, "cluster", "paper", file, null).nextLine())
                .isEqualTo(1);
    }
}
