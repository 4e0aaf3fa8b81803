package io.musemeter.scorer.oracle;

import io.musemeter.scorer.sentence.OpenNlpSentences;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Texts that a metric of coherence or cohesion must tell apart. */
public final class SanityTexts {
    private static final int SHUFFLES = 20;

    private SanityTexts() {}

    /** Five short tales, one after the other: neighbouring sentences belong together. */
    public static String fiveTales() {
        return Stream.of("story", "dialogue", "sailor", "robot", "grandmother")
                .map(OracleTexts::named)
                .collect(Collectors.joining("\n\n"));
    }

    /** The same sentences in twenty random orders. */
    public static List<String> shuffled() {
        List<String> sentences = new ArrayList<>(OpenNlpSentences.load().split(fiveTales()));
        Random random = new Random(1);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < SHUFFLES; i++) {
            Collections.shuffle(sentences, random);
            texts.add(String.join("\n\n", sentences));
        }
        return texts;
    }
}
