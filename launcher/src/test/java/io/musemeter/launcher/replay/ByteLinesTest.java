package io.musemeter.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
    void aLineLongerThanAnyStoryIsCutAndTheNextOneKeepsItsNumber() throws IOException {
        Path file = folder.resolve("f");
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] mebibyte = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            out.write("a\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 10; i++) {
                out.write(mebibyte);
            }
            out.write("\nb\n\n".getBytes(StandardCharsets.US_ASCII));
        }

        try (ByteLines lines = ByteLines.of(file)) {
            assertThat(lines.next()).hasSize(1);
            assertThat(lines.next()).hasSize(4 << 20);
            assertThat(lines.next()).containsExactly('b');
            assertThat(lines.next()).isEmpty();
            assertThat(lines.next()).isNull();
        }
        assertThat(ByteLines.count(file)).isEqualTo(4);
    }

    @Test
    void anEmptyFileHasNoLines() throws IOException {
        Path file = Files.write(folder.resolve("f"), new byte[0]);

        assertThat(ByteLines.count(file)).isZero();
    }

    @Test
    void whatIsTakenAtOnceIsBoundedInBytes() throws IOException {
        Path file = Files.write(
                folder.resolve("f"), ("x".repeat(3 << 20) + "\n").repeat(4).getBytes(StandardCharsets.US_ASCII));

        try (ByteLines lines = ByteLines.of(file)) {
            List<byte[]> first = lines.take(100);

            assertThat(first).hasSize(2);
            assertThat(lines.take(100)).hasSize(2);
            assertThat(lines.take(100)).isEmpty();
        }
    }
}
