package io.musemeter.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataLockTest {
    @TempDir
    Path data;

    @Test
    void aFolderHasOneHolderAtATime() throws IOException {
        try (DataLock first = DataLock.take(data).orElseThrow()) {
            assertThat(DataLock.take(data)).isEmpty();
        }

        assertThat(DataLock.take(data)).isPresent();
    }
}
