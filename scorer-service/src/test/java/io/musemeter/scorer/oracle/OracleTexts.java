package io.musemeter.scorer.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.musemeter.events.Temperature;
import io.musemeter.scorer.reference.ReferenceSet;
import io.musemeter.scorer.reference.ReferenceStory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The texts every metric is checked on: {@code oracle/texts.json}, some of them made by a rule (see texts.py). */
public final class OracleTexts {
    private static final Map<String, String> TEXTS = load();

    private OracleTexts() {}

    /** Name to text. */
    public static Map<String, String> all() {
        return TEXTS;
    }

    /** The text of that name. */
    public static String named(String name) {
        String text = TEXTS.get(name);
        if (text == null) {
            throw new IllegalArgumentException("no text " + name);
        }
        return text;
    }

    /** The texts that the scripts use as a reference set; their names are the stories' ids. */
    public static ReferenceSet reference() {
        return new ReferenceSet(Stream.of("story", "two-sentences", "dialogue", "sailor", "ten-thousand-words")
                .map(name -> new ReferenceStory(name, Temperature.of(1), named(name)))
                .toList());
    }

    private static Map<String, String> load() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (JsonNode entry : json("texts.json")) {
            texts.put(
                    entry.get("name").asText(),
                    entry.has("text") ? entry.get("text").asText() : byRule(entry.get("rule")));
        }
        return texts;
    }

    /** A file beside the texts. */
    public static JsonNode json(String resource) {
        try (InputStream in = OracleTexts.class.getResourceAsStream("/oracle/" + resource)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String byRule(JsonNode rule) {
        long state = rule.get("seed").asLong();
        JsonNode vocabulary = rule.get("vocabulary");
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= rule.get("words").asInt(); i++) {
            state = (1103515245L * state + 12345) % (1L << 31);
            text.append(i == 1 ? "" : " ")
                    .append(vocabulary
                            .get((int) (state >> 16) % vocabulary.size())
                            .asText())
                    .append(i % rule.get("sentence").asInt() == 0 ? "." : "");
        }
        return text.toString();
    }
}
