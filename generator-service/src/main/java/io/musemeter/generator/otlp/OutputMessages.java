package io.musemeter.generator.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Finds a model's answer in a span's or log record's attributes, whichever generation of the GenAI conventions wrote them:
 * {@code gen_ai.output.messages} (1.37 and later), {@code gen_ai.completion} as text or JSON (1.26 to 1.36, on the span or
 * on its event {@code gen_ai.content.completion}), and {@code gen_ai.completion.0.content} (the OpenLLMetry form).
 */
final class OutputMessages {
    private static final int MOST_CHOICES = 128;
    private static final String COMPLETION = "gen_ai.completion";
    private static final Set<String> MESSAGE_FIELDS = Set.of("role", "content", "parts", "message");

    private OutputMessages() {}

    static List<OutputMessage> of(Attributes attributes) {
        List<String> reasons = finishReasons(attributes);
        return Stream.<List<OutputMessage>>of(
                        structured(attributes, reasons), indexed(attributes, reasons), completion(attributes, reasons))
                .filter(messages -> !messages.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<OutputMessage> structured(Attributes attributes, List<String> reasons) {
        JsonNode messages = attributes.structure("gen_ai.output.messages");
        return messages == null ? List.of() : messages(messages, reasons);
    }

    private static List<OutputMessage> completion(Attributes attributes, List<String> reasons) {
        JsonNode messages = attributes.structure(COMPLETION);
        if (messages != null
                && messages.isContainerNode()
                && (isMessages(messages) || !attributes.isText(COMPLETION))) {
            return messages(messages, reasons);
        }
        String text = attributes.text(COMPLETION);
        return text == null ? List.of() : List.of(message(text, reasons, 0, null));
    }

    /** Whether it has the shape of messages; a text may well be JSON without being one. */
    private static boolean isMessages(JsonNode node) {
        for (JsonNode message : node.isArray() ? node : List.of(node)) {
            if (message.isTextual() || MESSAGE_FIELDS.stream().anyMatch(message::has)) {
                return true;
            }
        }
        return false;
    }

    private static List<OutputMessage> indexed(Attributes attributes, List<String> reasons) {
        List<OutputMessage> messages = new ArrayList<>();
        for (int i = 0; i < MOST_CHOICES; i++) {
            String prefix = "gen_ai.completion." + i + ".";
            String text = attributes.text(prefix + "content");
            if (text == null) {
                break;
            }
            messages.add(message(text, reasons, i, attributes.text(prefix + "finish_reason")));
        }
        return messages;
    }

    private static List<OutputMessage> messages(JsonNode node, List<String> reasons) {
        List<OutputMessage> messages = new ArrayList<>();
        for (JsonNode message : node.isArray() ? node : List.of(node)) {
            String text = text(message);
            if (text != null && messages.size() < MOST_CHOICES) {
                messages.add(message(text, reasons, messages.size(), own(message, "finish_reason")));
            }
        }
        return messages;
    }

    private static OutputMessage message(String text, List<String> reasons, int index, @Nullable String own) {
        String reason = own != null ? own : index < reasons.size() ? reasons.get(index) : null;
        return new OutputMessage(text, OutputMessage.finishReason(reason));
    }

    /** The text of a message: its text parts, or its content where that is a text; null when it has none. */
    static @Nullable String text(JsonNode message) {
        if (message.isTextual()) {
            return message.textValue();
        }
        JsonNode nested = message.path("message");
        if (nested.isObject()) {
            return text(nested);
        }
        JsonNode parts = message.path("parts").isArray() ? message.path("parts") : message.path("content");
        if (parts.isTextual()) {
            return parts.textValue();
        }
        List<String> texts = StreamSupport.stream(parts.spliterator(), false)
                .filter(part -> part.path("type").asText("text").equals("text"))
                .map(part -> part.has("content") ? part.path("content") : part.path("text"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .collect(Collectors.toList());
        return texts.isEmpty() ? null : String.join("", texts);
    }

    private static @Nullable String own(JsonNode message, String field) {
        return message.path(field).isTextual() ? message.path(field).textValue() : null;
    }

    private static List<String> finishReasons(Attributes attributes) {
        JsonNode reasons = attributes.structure("gen_ai.response.finish_reasons");
        if (reasons == null || !reasons.isArray()) {
            String single = attributes.text("gen_ai.response.finish_reasons");
            return single == null ? List.of() : List.of(single);
        }
        return StreamSupport.stream(reasons.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
