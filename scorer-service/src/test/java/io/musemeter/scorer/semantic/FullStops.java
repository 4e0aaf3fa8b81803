package io.musemeter.scorer.semantic;

import io.musemeter.scorer.sentence.SentenceSplitter;
import java.util.List;
import java.util.regex.Pattern;

/** Sentences as the oracle's script splits them. */
final class FullStops implements SentenceSplitter {
    private static final Pattern STOP = Pattern.compile("[.!?。！？؟]");

    @Override
    public String fingerprint() {
        return "full-stops";
    }

    @Override
    public List<String> split(String text) {
        return STOP.splitAsStream(text).filter(sentence -> !sentence.isBlank()).toList();
    }
}
