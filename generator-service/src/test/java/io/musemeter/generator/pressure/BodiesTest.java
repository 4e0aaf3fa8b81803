package io.musemeter.generator.pressure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.musemeter.events.InvalidEventException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class BodiesTest {
    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static InputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static Share room() {
        return new Share(new Semaphore(1 << 20), 0, 0);
    }

    @Test
    void aBodyUpToTheBoundIsReadWhole() throws IOException {
        byte[] body = new byte[100_000];
        Arrays.fill(body, (byte) 7);

        assertThat(Bodies.read(in(body), null, body.length, room())).isEqualTo(body);
        assertThat(Bodies.read(in(gzip(body)), "gzip", body.length, room())).isEqualTo(body);
    }

    @Test
    void bodiesReadAtATimeAreBoundedTogether() throws IOException {
        Semaphore kibibytes = new Semaphore(100);
        Share first = new Share(kibibytes, 0, 0);
        Bodies.read(in(new byte[60_000]), null, 1_000_000, first);

        assertThatExceptionOfType(BusyException.class)
                .isThrownBy(() -> Bodies.read(in(new byte[60_000]), null, 1_000_000, new Share(kibibytes, 0, 0)));
        first.close();
        first.close();

        assertThat(kibibytes.availablePermits()).isLessThanOrEqualTo(100);
        assertThat(Bodies.read(in(new byte[30_000]), null, 1_000_000, new Share(kibibytes, 0, 0)))
                .hasSize(30_000);
    }

    @Test
    void aByteMoreIsTooLarge() {
        assertThatExceptionOfType(TooLargeException.class)
                .isThrownBy(() -> Bodies.read(in(new byte[101]), null, 100, room()));
    }

    @Test
    void aBombEndsAtTheBoundOfWhatComesOut() throws IOException {
        byte[] bomb = gzip(new byte[50_000_000]);

        assertThat(bomb.length).isLessThan(100_000);
        assertThatExceptionOfType(TooLargeException.class)
                .isThrownBy(() -> Bodies.read(in(bomb), "gzip", 1_000_000, room()));
    }

    @Test
    void anEndlessStreamIsReadToTheBoundOnly() {
        long[] given = {0};
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                given[0]++;
                return 7;
            }
        };

        assertThatExceptionOfType(TooLargeException.class)
                .isThrownBy(() -> Bodies.read(endless, null, 1_000_000, room()));
        assertThat(given[0]).isLessThan(1_100_000);
    }

    @Test
    void whatIsNoGzipOrIsCutIsRefused() throws IOException {
        byte[] whole = gzip(new byte[10_000]);

        assertThatExceptionOfType(InvalidEventException.class)
                .isThrownBy(() -> Bodies.read(in(new byte[] {1, 2, 3}), "gzip", 100, room()));
        assertThatExceptionOfType(InvalidEventException.class)
                .isThrownBy(() -> Bodies.read(in(Arrays.copyOf(whole, whole.length - 9)), "gzip", 100_000, room()));
    }

    @Test
    void anotherEncodingIsRefused() {
        assertThatExceptionOfType(UnknownEncodingException.class)
                .isThrownBy(() -> Bodies.read(in(new byte[1]), "br", 100, room()));
    }
}
