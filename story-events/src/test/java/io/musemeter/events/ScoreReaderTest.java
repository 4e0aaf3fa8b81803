package io.musemeter.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast reader says of any bytes what the general one says. */
@Domain(Events.class)
@Domain(DomainContext.Global.class)
class ScoreReaderTest {
    private static final ObjectMapper JSON = EventJson.mapper();

    private final ScoreReader reader = new ScoreReader();

    @Property(tries = 500)
    void aScoreIsReadAlike(@ForAll Score score) {
        byte[] json = EventJson.write(score);

        assertThat(reader.read(json)).isEqualTo(score);
        assertThat(reader.read(json)).isEqualTo(score);
    }

    @Property(tries = 200)
    void theOrderOfFieldsDoesNotMatter(@ForAll Score score, @ForAll long seed) throws JsonProcessingException {
        ObjectNode tree = JSON.valueToTree(score);
        List<String> names = new ArrayList<>();
        tree.fieldNames().forEachRemaining(names::add);
        Collections.shuffle(names, new Random(seed));
        ObjectNode shuffled = JSON.createObjectNode();
        names.forEach(name -> shuffled.set(name, tree.get(name)));

        assertThat(reader.read(JSON.writeValueAsBytes(shuffled))).isEqualTo(score);
    }

    @Property(tries = 2000)
    void aDamagedScoreIsReadOrRefusedAlike(
            @ForAll Score score,
            @ForAll @IntRange(min = 0, max = 10_000) int place,
            @ForAll byte replacement,
            @ForAll boolean cut) {
        byte[] json = EventJson.write(score);
        reader.read(json);
        int at = place % json.length;
        json[at] = replacement;

        assertAlike(cut ? Arrays.copyOf(json, at) : json);
    }

    @ParameterizedTest
    @MethodSource("io.musemeter.events.GoldenSamples#valid")
    void everyGoldenSampleIsReadOrRefusedAlike(GoldenSamples.Valid sample) {
        assertAlike(sample.json());
    }

    @ParameterizedTest
    @MethodSource("io.musemeter.events.GoldenSamples#invalid")
    void everyInvalidGoldenSampleIsRefusedAlike(GoldenSamples.Invalid sample) {
        assertAlike(sample.json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"storyId\":\"a\",\"storyId\":\"b\"}", "{} {}"})
    void whatIsNoScoreIsRefusedAlike(String json) {
        assertAlike(json.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "UTF-32BE", "UTF-32LE"})
    void aScoreInAnotherEncodingIsRefusedAlike(String encoding) {
        byte[] utf8 = GoldenSamples.valid()
                .filter(sample -> sample.name().equals("score-scored.json"))
                .findFirst()
                .orElseThrow()
                .json();
        byte[] other = new String(utf8, StandardCharsets.UTF_8).getBytes(Charset.forName(encoding));

        assertAlike(other);
        assertThat(outcome(() -> reader.read(other))).isEqualTo("$: is not UTF-8");
    }

    @Test
    void aTombstoneIsRefusedAlike() {
        assertThat(outcome(() -> reader.read(null))).isEqualTo("$: is empty");
    }

    @Test
    void aSeriesIsPooled() {
        byte[] json = EventJson.write(EventJson.read(
                GoldenSamples.valid()
                        .filter(sample -> sample.name().equals("score-scored.json"))
                        .findFirst()
                        .orElseThrow()
                        .json(),
                Score.class));

        assertThat(reader.read(json).series())
                .isSameAs(reader.read(json.clone()).series());
    }

    @Property
    void aTimeIsReadAsTheJdkReadsIt(
            @ForAll @IntRange(min = 0) int seconds, @ForAll @IntRange(min = 0, max = 999_999_999) int nanos) {
        String text = Instant.ofEpochSecond(seconds * 100L, nanos).toString();

        assertThat(InstantText.parse(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T00:00:00Z",
                "2024-02-29T23:59:59Z",
                "2026-13-01T00:00:00Z",
                "2026-01-01T24:00:00Z",
                "2026-01-01T00:00:60Z",
                "2026-01-01T00:00:00.Z",
                "2026-01-01T00:00:00.1Z",
                "2026-01-01T00:00:00.1234567890Z",
                "2026-01-01T00:00:00+01:00",
                "2026-01-01T00:00Z",
                "1969-12-31T23:59:59Z",
                "2026-01-01t00:00:00z",
                "2026-01-01T00:00:00.\u0661Z",
                "2026-01-0aT00:00:00Z",
                "+002026-01-01T00:00Z",
                "2026-01-01T00:00:00,5Z",
                ""
            })
    void anUnusualTimeIsReadOrRefusedAsTheJdkDoes(String text) {
        assertThat(time(() -> InstantText.parse(text))).isEqualTo(time(() -> Instant.parse(text)));
    }

    private void assertAlike(byte[] json) {
        assertThat(outcome(() -> reader.read(json))).isEqualTo(outcome(() -> EventJson.read(json, Score.class)));
    }

    private static Object outcome(Supplier<Score> read) {
        try {
            return read.get();
        } catch (InvalidEventException refusal) {
            return refusal.getMessage();
        }
    }

    private static Object time(Supplier<Instant> parse) {
        try {
            return parse.get();
        } catch (DateTimeException e) {
            return "refused";
        }
    }
}
