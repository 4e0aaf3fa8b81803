package io.musemeter.scorer.cohesion;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.musemeter.scorer.oracle.OracleTexts;
import io.musemeter.scorer.sentence.OpenNlpSentences;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the tagged words of every text, which {@code oracle/cohesion.py} reads. */
final class WriteTaggedTexts {
    private WriteTaggedTexts() {}

    public static void main(String[] args) throws IOException {
        EnglishTagger tagger = EnglishTagger.load(OpenNlpSentences.load());
        Map<String, List<List<List<String>>>> tagged = new LinkedHashMap<>();
        OracleTexts.all()
                .forEach((name, text) -> tagged.put(
                        name,
                        tagger.tag(text).sentences().stream()
                                .map(sentence -> sentence.stream()
                                        .map(word -> List.of(word.form(), word.tag()))
                                        .toList())
                                .toList()));
        new ObjectMapper().writeValue(Path.of(args[0]).toFile(), tagged);
    }
}
