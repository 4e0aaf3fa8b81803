package io.musemeter.generator.otlp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import io.musemeter.events.InvalidEventException;
import io.musemeter.generator.pressure.TooLargeException;
import io.musemeter.generator.pressure.Weights;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The two forms of OTLP over HTTP; an answer has the form of its request. */
enum OtlpEncoding {
    PROTOBUF {
        @Override
        long weight(byte[] body, Descriptor type) {
            long fields = ProtobufFields.count(body, type, Weights.MOST_VALUES);
            return Weights.of(body.length, Weights.bounded(fields));
        }

        @Override
        void merge(byte[] body, Message.Builder into) {
            try {
                into.mergeFrom(body);
            } catch (InvalidProtocolBufferException e) {
                throw new InvalidEventException("$", "is not OTLP protobuf");
            }
        }

        @Override
        Response answer(Message message) {
            return Response.ok(message.toByteArray(), "application/x-protobuf").build();
        }
    },
    JSON {
        @Override
        long weight(byte[] body, Descriptor type) {
            return Weights.ofBoundedJson(body);
        }

        @Override
        void merge(byte[] body, Message.Builder into) {
            try {
                String text = new String(body, StandardCharsets.UTF_8);
                requireStrict(text);
                JsonFormat.parser().ignoringUnknownFields().merge(text, into);
            } catch (IOException e) {
                throw new InvalidEventException("$", "is not OTLP JSON");
            }
        }

        @Override
        Response answer(Message message) {
            try {
                return Response.ok(JsonFormat.printer().print(message), MediaType.APPLICATION_JSON)
                        .build();
            } catch (InvalidProtocolBufferException e) {
                throw new IllegalStateException("an answer of our own has a JSON form", e);
            }
        }
    };

    private static final JsonFactory STRICT = new JsonFactory();

    /** Protobuf's reader takes JSON's cousins too, whose values are separated by what was not counted as such. */
    private static void requireStrict(String text) throws IOException {
        try (JsonParser parser = STRICT.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                // Reading it is the check.
            }
        }
    }

    /**
     * What a body of this form will weigh in memory, in bytes.
     *
     * @throws TooLargeException when it holds more values than are taken
     */
    abstract long weight(byte[] body, Descriptor type);

    /** @throws InvalidEventException when the body is not of this form */
    abstract void merge(byte[] body, Message.Builder into);

    abstract Response answer(Message message);
}
