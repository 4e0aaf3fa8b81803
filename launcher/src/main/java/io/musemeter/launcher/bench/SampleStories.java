package io.musemeter.launcher.bench;

import io.musemeter.events.FinishReason;
import io.musemeter.events.ModelIdentity;
import io.musemeter.events.PromptIdentity;
import io.musemeter.events.Sampler;
import io.musemeter.events.Source;
import io.musemeter.events.Story;
import io.musemeter.events.StoryOutcome;
import io.musemeter.events.Temperature;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Plain English sentences put together at random, the same ones at every run: what they say is of no matter to a load. */
final class SampleStories {
    private static final List<String> WHO = words("the fox, an old woman, the little boy, my sister, a tired soldier, "
            + "the baker, nobody in the village, her best friend, the king, a stranger, the teacher, one of the birds");
    private static final List<String> DID = words("walked to, looked at, dreamed of, was afraid of, ran away from, "
            + "sang about, remembered, could not find, painted, waited near, laughed at, gave everything for");
    private static final List<String> WHAT = words("the river, a broken clock, the house on the hill, the last train, "
            + "a letter without a name, the garden, an empty boat, the sea, a small red door, the mountain, the moon");
    private static final List<String> HOW = words("in the morning, without a word, because it was cold, once more, "
            + "as the wind began to blow, before anyone woke up, although it was forbidden, with great care, at last");
    private static final List<String> LINK = words("Then, However, After a while, Meanwhile, Still, And so, Later");
    private static final double[] TEMPERATURES = {0.001, 0.334, 0.667, 1, 1.334, 1.667, 2};

    private SampleStories() {}

    /** A text of that many bytes, or up to a sentence more. */
    static String text(long number, int bytes) {
        SplittableRandom random = new SplittableRandom(number);
        StringBuilder text = new StringBuilder("Once upon a time there was story number ")
                .append(number)
                .append('.');
        while (text.length() < bytes) {
            text.append(' ').append(sentence(random));
        }
        return text.toString();
    }

    /** A story of a replay, with the temperatures in turn. */
    static Story story(String replay, long number, int bytes, @Nullable String exemplarHash) {
        return new Story(
                replay + "-" + number,
                "bench",
                new Source.Replay(replay),
                ModelIdentity.named("sample"),
                new PromptIdentity("sample", "1"),
                Sampler.at(Temperature.of(temperature(number))),
                exemplarHash,
                null,
                null,
                null,
                null,
                Instant.EPOCH.plusMillis(number),
                new StoryOutcome.Written(text(number, bytes), FinishReason.STOP, null));
    }

    /** The temperature of the story of that number. */
    static double temperature(long number) {
        return TEMPERATURES[(int) (number % TEMPERATURES.length)];
    }

    private static String sentence(SplittableRandom random) {
        String sentence =
                pick(WHO, random) + " " + pick(DID, random) + " " + pick(WHAT, random) + " " + pick(HOW, random) + ".";
        return random.nextInt(3) == 0
                ? pick(LINK, random) + ", " + sentence
                : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private static String pick(List<String> words, SplittableRandom random) {
        return words.get(random.nextInt(words.size()));
    }

    private static List<String> words(String commaSeparated) {
        return List.of(commaSeparated.split(", "));
    }
}
