package io.musemeter.generator.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Finds the last words of the user in a span's or log record's attributes, by which a prompt can be named. */
final class InputMessages {
    private static final int MOST_MESSAGES = 1_024;

    private InputMessages() {}

    static @Nullable String lastOfUser(Attributes attributes) {
        JsonNode messages = attributes.structure("gen_ai.input.messages", "gen_ai.prompt");
        if (messages != null && messages.isArray()) {
            return lastOfUser(messages);
        }
        String indexed = indexed(attributes);
        return indexed == null ? attributes.text("gen_ai.prompt") : indexed;
    }

    private static @Nullable String lastOfUser(JsonNode messages) {
        String last = null;
        for (JsonNode message : messages) {
            if (message.path("role").asText("user").equals("user")) {
                String text = OutputMessages.text(message);
                last = text == null ? last : text;
            }
        }
        return last;
    }

    private static @Nullable String indexed(Attributes attributes) {
        String last = null;
        for (int i = 0; i < MOST_MESSAGES; i++) {
            String prefix = "gen_ai.prompt." + i + ".";
            if (!attributes.hasAny(prefix + "content", prefix + "role")) {
                break;
            }
            String role = attributes.text(prefix + "role");
            String text = attributes.text(prefix + "content");
            last = text != null && (role == null || role.equals("user")) ? text : last;
        }
        return last;
    }
}
