package io.musemeter.generator.otlp;

import static io.musemeter.generator.otlp.Spans.request;
import static io.musemeter.generator.otlp.Spans.span;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.CodedOutputStream;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProtobufFieldsTest {
    private static long count(byte[] message) {
        return ProtobufFields.count(message, ExportTraceServiceRequest.getDescriptor(), 1_000);
    }

    private static byte[] repeated(int times, int... bytes) {
        byte[] all = new byte[times * bytes.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) bytes[i % bytes.length];
        }
        return all;
    }

    @Test
    void fieldsOfMessagesWithinAreCounted() {
        // Resource and scope, span, its two ids and start time; key, value and its kind, twice, within two attributes.
        byte[] message = request(span("a", "x", "b", 1)).toByteArray();

        assertThat(count(message)).isEqualTo(3 + 3 + 2 * 4);
    }

    @Test
    void emptyMessagesOfTwoBytesAreCountedAndCountingEnds() {
        assertThat(count(repeated(500, 0x0a, 0x00))).isEqualTo(500);
        assertThat(count(repeated(1_000_000, 0x0a, 0x00))).isEqualTo(1_001);
    }

    @Test
    void unknownFieldsAndGroupsCountForWhatIsKeptOfThem() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CodedOutputStream coded = CodedOutputStream.newInstance(out);
        for (int field = 100; field < 200; field++) {
            coded.writeUInt32(field, 1);
        }
        coded.flush();

        assertThat(count(out.toByteArray())).isEqualTo(100 * 8);
        // An empty group of field 100, its start and its end, and an unknown number within one of a known field that is
        // none.
        assertThat(count(repeated(10, 0xa3, 0x06, 0xa4, 0x06))).isEqualTo(10 * 2 * 8);
        assertThat(count(repeated(10, 0x0b, 0xa0, 0x06, 0x01, 0x0c))).isEqualTo(10 * 3 * 8);
    }

    @Test
    void aFaultEndsTheCountWithWhatWasThere() {
        byte[] cut = Arrays.copyOf(repeated(10, 0x0a, 0x00), 19);

        assertThat(count(cut)).isEqualTo(10);
        assertThat(count(new byte[] {(byte) 0xff, 1, 2, 3})).isLessThanOrEqualTo(2 * 8);
    }
}
