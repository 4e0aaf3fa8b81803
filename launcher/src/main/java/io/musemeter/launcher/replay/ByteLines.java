package io.musemeter.launcher.replay;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file's lines as the bytes they are: what is no UTF-8 is for the generator to reject, line by line. Of a line longer than
 * 4 MiB, which no story is, only the beginning is kept, for the generator to reject as well.
 */
final class ByteLines implements Closeable {
    private static final int MOST_BYTES = 4 << 20;

    private final InputStream bytes;

    private ByteLines(InputStream bytes) {
        this.bytes = bytes;
    }

    static ByteLines of(Path file) throws IOException {
        return new ByteLines(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    }

    static long count(Path file) throws IOException {
        long lines = 0;
        try (ByteLines each = of(file)) {
            while (each.next() != null) {
                lines++;
            }
        }
        return lines;
    }

    /** The next line without its end; null after the last. */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int read = bytes.read();
        if (read < 0) {
            return null;
        }
        while (read >= 0 && read != '\n') {
            if (line.size() < MOST_BYTES) {
                line.write(read);
            }
            read = bytes.read();
        }
        return line.toByteArray();
    }

    /** The next lines, at most so many and, but for the last line, at most 4 MiB; empty after the last. */
    List<byte[]> take(int most) throws IOException {
        List<byte[]> taken = new ArrayList<>(most);
        int size = 0;
        while (taken.size() < most && size < MOST_BYTES) {
            byte[] line = next();
            if (line == null) {
                break;
            }
            taken.add(line);
            size += line.length;
        }
        return taken;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
