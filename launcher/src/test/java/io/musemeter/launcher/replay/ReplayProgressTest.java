package io.musemeter.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

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
        ReplayProgress.load(data, "paper", file, "hash").sentBefore(2);

        assertThat(ReplayProgress.load(data, "paper", file, "hash").nextLine()).isEqualTo(2);
    }

    @Test
    void anotherExemplarStartsOver() throws IOException {
        ReplayProgress.load(data, "paper", file, "hash").sentBefore(2);

        assertThat(ReplayProgress.load(data, "paper", file, "other").nextLine()).isEqualTo(1);
    }

    @Test
    void aChangedFileStartsOver() throws IOException {
        ReplayProgress.load(data, "paper", file, null).sentBefore(2);

        Files.writeString(file, "{}\n{}\n{}\n");

        assertThat(ReplayProgress.load(data, "paper", file, null).nextLine()).isEqualTo(1);
    }
}
