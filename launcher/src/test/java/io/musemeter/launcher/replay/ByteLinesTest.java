package io.musemeter.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ByteLinesTest {
    @TempDir
    Path folder;

    @Test
    void aLineThatIsNoTextStaysALineOfItsOwn() throws IOException {
        Path file = Files.write(folder.resolve("f"), new byte[] {'a', '\n', (byte) 0xff, '\n', 'b'});

        try (ByteLines lines = ByteLines.of(file)) {
            assertThat(lines.take(10)).containsExactly(new byte[] {'a'}, new byte[] {(byte) 0xff}, new byte[] {'b'});
        }
        assertThat(ByteLines.count(file)).isEqualTo(3);
    }

    @Test
    void whatIsTakenAtOnceIsBoundedInBytes() throws IOException {
        Path file = Files.write(
                folder.resolve("f"),
                ("x".repeat(3 << 20) + "\n").repeat(4).getBytes(java.nio.charset.StandardCharsets.US_ASCII));

        try (ByteLines lines = ByteLines.of(file)) {
            List<byte[]> first = lines.take(100);

            assertThat(first).hasSize(2);
            assertThat(lines.take(100)).hasSize(2);
            assertThat(lines.take(100)).isEmpty();
        }
    }
}
