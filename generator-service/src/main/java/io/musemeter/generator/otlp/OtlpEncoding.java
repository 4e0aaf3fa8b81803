package io.musemeter.generator.otlp;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import io.musemeter.events.InvalidEventException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;

/** The two forms of OTLP over HTTP; an answer has the form of its request. */
enum OtlpEncoding {
    PROTOBUF {
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
        void merge(byte[] body, Message.Builder into) {
            try {
                JsonFormat.parser().ignoringUnknownFields().merge(new String(body, StandardCharsets.UTF_8), into);
            } catch (InvalidProtocolBufferException e) {
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

    /** @throws InvalidEventException when the body is not of this form */
    abstract void merge(byte[] body, Message.Builder into);

    abstract Response answer(Message message);
}
