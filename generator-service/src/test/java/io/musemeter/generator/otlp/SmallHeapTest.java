package io.musemeter.generator.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.CodedOutputStream;
import io.musemeter.generator.pressure.Weights;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The worst bodies that are let through fit the generator's heap, less what the generator itself needs. */
class SmallHeapTest {

    /** Reads the worst of them, one after another. */
    static final class WorstBodies {
        private static final int MOST = (int) Weights.MOST_VALUES - 10;

        private WorstBodies() {}

        public static void main(String[] arguments) throws IOException {
            read("empty messages", OtlpEncoding.PROTOBUF, emptyMessages());
            read("unknown fields", OtlpEncoding.PROTOBUF, unknownFields());
            read("fields of another kind", OtlpEncoding.PROTOBUF, fieldsOfAnotherKind());
            read("objects", OtlpEncoding.JSON, json("{\"resourceSpans\":[" + "{},".repeat(MOST / 2 - 5) + "{}]}"));
            read("unknown numbers", OtlpEncoding.JSON, json("{\"a\":[" + "0,".repeat(MOST - 5) + "0]}"));
            read(
                    "one text",
                    OtlpEncoding.JSON,
                    json("{\"resourceSpans\":[{\"schemaUrl\":\"" + "x".repeat(8_000_000) + "\"}]}"));
        }

        private static byte[] json(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        private static byte[] emptyMessages() {
            byte[] body = new byte[2 * MOST];
            for (int i = 0; i < body.length; i += 2) {
                body[i] = 0x0a;
            }
            return body;
        }

        /** Of a number each: unknown fields are kept, by number. */
        private static byte[] unknownFields() throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            for (int field = 100; field < 100 + MOST / 8; field++) {
                out.writeBool(field, true);
            }
            out.flush();
            return bytes.toByteArray();
        }

        /** Messages whose first field, a message, is a number: each keeps it as unknown. */
        private static byte[] fieldsOfAnotherKind() {
            byte[] body = new byte[MOST / 9 * 4];
            for (int i = 0; i < body.length; i += 4) {
                System.arraycopy(new byte[] {0x0a, 0x02, 0x08, 0x01}, 0, body, i, 4);
            }
            return body;
        }

        private static void read(String name, OtlpEncoding encoding, byte[] body) {
            ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
            long weight = encoding.weight(body, ExportTraceServiceRequest.getDescriptor());
            encoding.merge(body, request);
            System.out.println(name + " of " + weight + ": "
                    + Inferences.of(request.build()).size() + " spans");
        }
    }

    @Test
    void theWorstBodiesThatAreLetThroughAreReadInAHundredMebibytes() throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx100m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WorstBodies.class.getName())
                .redirectErrorStream(true)
                .start();

        String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(child.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(child.exitValue()).as(output).isZero();
        assertThat(Arrays.asList(output.split("\n")))
                .filteredOn(line -> line.endsWith(" spans"))
                .hasSize(6);
    }
}
