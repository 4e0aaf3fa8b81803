package io.musemeter.storymodel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What the training framework computed with the weights of the model file; written by {@code training/export.py} together with it. */
record ParityFixture(List<Text> texts, List<Sequence> sequences) {

    static final int EVERY = 37;

    record Text(String text, int[] tokens) {}

    /** Logits of every 37th token at some positions, and the log-probability of each token after the first. */
    record Sequence(int[] tokens, Map<Integer, double[]> logits, double[] logProbabilities) {}

    static ParityFixture load() {
        List<Text> texts = new ArrayList<>();
        List<Sequence> sequences = new ArrayList<>();
        int[] tokens = {};
        Map<Integer, double[]> logits = new TreeMap<>();
        for (String line : lines()) {
            String[] fields = line.split("\t");
            switch (fields[0]) {
                case "text" -> texts.add(new Text(new String(utf16(fields[1])), integers(fields, 2)));
                case "tokens" -> {
                    tokens = integers(fields, 1);
                    logits = new TreeMap<>();
                }
                case "logits" -> logits.put(Integer.valueOf(fields[1]), doubles(fields, 2));
                case "logprobs" -> sequences.add(new Sequence(tokens, logits, doubles(fields, 1)));
                default -> throw new IllegalStateException("unknown line " + fields[0]);
            }
        }
        return new ParityFixture(texts, sequences);
    }

    private static List<String> lines() {
        try (InputStream in = ParityFixture.class.getResourceAsStream("parity.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    // Not by a charset: it would replace lone surrogates.
    private static char[] utf16(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        char[] chars = new char[bytes.length / 2];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = (char) ((bytes[2 * i] & 0xFF) << 8 | bytes[2 * i + 1] & 0xFF);
        }
        return chars;
    }

    private static int[] integers(String[] fields, int from) {
        return Arrays.stream(fields).skip(from).mapToInt(Integer::parseInt).toArray();
    }

    private static double[] doubles(String[] fields, int from) {
        return Arrays.stream(fields).skip(from).mapToDouble(Double::parseDouble).toArray();
    }
}
