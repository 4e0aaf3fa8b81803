package io.musemeter.scorer.cohesion;

import io.musemeter.events.Hashes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A list of connectives, of one or several words each. */
final class Connectives {
    private static final String RESOURCE = "/io/musemeter/scorer/cohesion/connectives.txt";

    private final Set<List<String>> connectives;
    private final int longest;
    private final String fingerprint;

    Connectives(List<String> connectives) {
        this.connectives = connectives.stream()
                .map(connective -> Arrays.asList(connective.split(" ")))
                .collect(Collectors.toUnmodifiableSet());
        this.longest = this.connectives.stream().mapToInt(List::size).max().orElse(0);
        this.fingerprint =
                Hashes.ofParts(connectives.stream().sorted().distinct().toList());
    }

    /** The English ones of the resource beside this class. */
    static Connectives english() {
        InputStream in = Connectives.class.getResourceAsStream(RESOURCE);
        if (in == null) {
            throw new IllegalStateException("resource " + RESOURCE + " is missing");
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new Connectives(lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }

    String fingerprint() {
        return fingerprint;
    }

    /** How many stand in the sentence: from left to right, the longest that fits first, none overlapping another. */
    int count(List<String> words) {
        int count = 0;
        for (int at = 0; at < words.size(); ) {
            int length = lengthAt(words, at);
            count += length > 0 ? 1 : 0;
            at += Math.max(1, length);
        }
        return count;
    }

    private int lengthAt(List<String> words, int at) {
        for (int length = Math.min(longest, words.size() - at); length > 0; length--) {
            if (connectives.contains(words.subList(at, at + length))) {
                return length;
            }
        }
        return 0;
    }
}
