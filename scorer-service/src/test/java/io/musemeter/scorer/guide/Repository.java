package io.musemeter.scorer.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Files of this repository. */
final class Repository {
    private static final Path ROOT = Path.of(System.getProperty("musemeter.root", ".."));

    private Repository() {}

    static String read(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fenced blocks of that language in a document, in order. */
    static List<String> blocks(String document, String language) {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(read(document))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
