package io.musemeter.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {
    @TempDir
    Path data;

    @Test
    void aLivingProcessIsFoundAgain() throws IOException {
        new RunFile(data).write(Map.of("broker", ProcessHandle.current()));

        assertThat(new RunFile(data).alive()).containsOnly(Map.entry("broker", ProcessHandle.current()));
    }

    @Test
    void aPidThatBelongsToSomebodyElseNowIsNotOurs() throws IOException {
        Files.writeString(
                data.resolve("run.json"),
                "{\"broker\": {\"pid\": " + ProcessHandle.current().pid()
                        + ", \"started\": \"2001-01-01T00:00:00Z\"}}");

        assertThat(new RunFile(data).alive()).isEmpty();
    }

    @Test
    void aSteppedClockHidesNoProcess() throws IOException {
        ProcessHandle self = ProcessHandle.current();
        Instant started = self.info().startInstant().orElseThrow();
        Files.writeString(
                data.resolve("run.json"),
                "{\"broker\": {\"pid\": " + self.pid() + ", \"started\": \"" + started.minusSeconds(1) + "\"}}");

        assertThat(new RunFile(data).alive()).containsOnlyKeys("broker");
    }

    @Test
    void aTimeThatIsNoneNamesNoProcess() throws IOException {
        Files.writeString(
                data.resolve("run.json"),
                "{\"broker\": {\"pid\": " + ProcessHandle.current().pid() + ", \"started\": \"soon\"}}");

        assertThat(new RunFile(data).alive()).isEmpty();
    }

    @Test
    void withoutAFileNothingRuns() throws IOException {
        assertThat(new RunFile(data).alive()).isEmpty();
    }
}
