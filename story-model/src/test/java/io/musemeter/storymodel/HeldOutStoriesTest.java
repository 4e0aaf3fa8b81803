package io.musemeter.storymodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HeldOutStoriesTest {

    private final StoryModel model = StoryModel.embedded();

    @Test
    void areAsLikelyAsTheCardSays() throws IOException {
        Path root = Path.of(System.getProperty("musemeter.root", ".."));
        Path stories = root.resolve("../shared/tinystories/stories.jsonl");
        assumeTrue(Files.isReadable(stories), "the training data is not there");

        double[] each = heldOut(stories).parallelStream()
                .flatMapToDouble(story -> DoubleStream.of(losses(story)))
                .toArray();

        double mean = DoubleStream.of(each).average().orElseThrow();
        assertThat(each).hasSize(65_410);
        assertThat(mean).isLessThan(1.95).isCloseTo(model.card().heldOutLoss(), within(1e-4));
    }

    private double[] losses(String story) {
        int[] tokens = IntStream.concat(
                        IntStream.of(model.tokenizer().encode(story)),
                        IntStream.of(model.tokenizer().end()))
                .toArray();
        double[] logs = ((Scoring.Scored) model.score(tokens)).logProbabilities();
        return DoubleStream.of(logs).map(p -> -p).toArray();
    }

    private static List<String> heldOut(Path stories) throws IOException {
        ObjectMapper json = new ObjectMapper();
        try (Stream<String> lines = Files.lines(stories)) {
            return lines.map(line -> text(json, line))
                    .distinct()
                    .filter(HeldOutStoriesTest::isHeldOut)
                    .toList();
        }
    }

    private static String text(ObjectMapper json, String line) {
        try {
            return json.readTree(line).get("text").asText().strip();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** As in {@code training/data.py}. */
    private static boolean isHeldOut(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Long.parseLong(HexFormat.of().formatHex(digest).substring(0, 8), 16) % 100 < 5;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
