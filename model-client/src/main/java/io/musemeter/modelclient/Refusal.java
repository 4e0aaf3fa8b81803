package io.musemeter.modelclient;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a refusal says: OpenAI's error object, with the forms that vLLM, llama.cpp, Ollama and FastAPI give it, or plain
 * text. All of it is hostile.
 *
 * @param code its code and type, in lower case, empty where there is none
 * @param parameter the parameter that it names as the one at fault, empty where it names none
 * @param message its sentence, in lower case
 */
public record Refusal(String code, String parameter, String message) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Reads a refusal's body. */
    public static Refusal of(String body) {
        try {
            JsonNode root = JSON.readTree(body);
            if (root != null && root.isObject()) {
                return of(root);
            }
        } catch (JacksonException e) {
            // Plain text says something as well.
        }
        return new Refusal("", "", body.toLowerCase(Locale.ROOT));
    }

    private static Refusal of(JsonNode root) {
        JsonNode error = root.path("error").isObject() ? root.path("error") : root;
        JsonNode detail = root.path("detail").isArray() ? root.path("detail").path(0) : root.path("detail");
        String said = text(error.path("message"), root.path("error"), detail.path("msg"), detail);
        JsonNode location = detail.path("loc");
        return new Refusal(
                (text(error.path("code")) + " " + text(error.path("type"))).toLowerCase(Locale.ROOT),
                text(error.path("param"), location.path(location.size() - 1)),
                said.toLowerCase(Locale.ROOT));
    }

    private static String text(JsonNode... candidates) {
        for (JsonNode candidate : candidates) {
            if (candidate.isTextual() && !candidate.textValue().isBlank()) {
                return candidate.textValue();
            }
        }
        return "";
    }

    /** Whether code or sentence holds one of these words, given in lower case. */
    public boolean says(String... words) {
        for (String word : words) {
            if (code.contains(word) || message.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The parameter at fault: the one it names as such, else the first that its sentence speaks of. Where a sentence quotes
     * the request, in JSON, the quotation does not count.
     *
     * @param known names of the parameters it may be about
     */
    public Optional<String> parameterOf(Collection<String> known) {
        if (!parameter.isEmpty()) {
            return Optional.of(parameter).filter(known::contains);
        }
        return known.stream()
                .flatMap(name -> position(name).map(at -> Map.entry(name, at)).stream())
                .min(Comparator.comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey);
    }

    private Optional<Integer> position(String name) {
        Matcher mention = Pattern.compile("(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])(?!\\\\?[\"']\\s*:)")
                .matcher(message);
        return mention.find() ? Optional.of(mention.start()) : Optional.empty();
    }
}
