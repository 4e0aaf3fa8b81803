package io.musemeter.generator.otlp;

import com.google.protobuf.CodedOutputStream;
import io.musemeter.generator.rest.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The message {@code google.rpc.Status}, in which OTLP wants failures told (OTLP 1.5, "OTLP/HTTP Response").
 *
 * @param code one of google.rpc.Code
 * @param message for a developer's eyes
 */
record RpcStatus(int code, String message) {
    private static final int CODE_FIELD = 1;
    private static final int MESSAGE_FIELD = 2;

    static RpcStatus of(Refusal refusal) {
        String message = refusal.problem().field() + ": " + refusal.problem().problem();
        return new RpcStatus(
                switch (refusal.status()) {
                    case 413, 429 -> 8; // RESOURCE_EXHAUSTED
                    case 503 -> 14; // UNAVAILABLE
                    default -> 3; // INVALID_ARGUMENT
                },
                message);
    }

    /** In protobuf: two fields, for which no generated class is worth a dependency. */
    byte[] toByteArray() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        try {
            out.writeInt32(CODE_FIELD, code);
            out.writeString(MESSAGE_FIELD, message);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
