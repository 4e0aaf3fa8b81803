package io.musemeter.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileJsonTest {
    private static final String SECRET = "XYZZYSECRET";
    private static final ObjectMapper JSON = EventJson.mapper();
    private static final String STORY = new String(
            GoldenSamples.valid()
                    .filter(sample -> sample.name().equals("story-minimal.json"))
                    .findFirst()
                    .orElseThrow()
                    .json(),
            StandardCharsets.UTF_8);

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("nothing", ""),
                Arguments.of("blanks", "  \n"),
                Arguments.of("null", "null"),
                Arguments.of("a number", "17"),
                Arguments.of("a text", "\"" + SECRET + "\""),
                Arguments.of("an array", "[" + STORY + "]"),
                Arguments.of("an empty object", "{}"),
                Arguments.of("no JSON", SECRET),
                Arguments.of("half a story", STORY.substring(0, STORY.length() / 2)),
                Arguments.of("two stories", STORY + STORY),
                Arguments.of("a tail", STORY + " " + SECRET),
                Arguments.of("a bare NaN", with("sampler", "{\"temperature\":NaN}")),
                Arguments.of("a bare Infinity", with("sampler", "{\"temperature\":Infinity}")),
                Arguments.of("a text as temperature", with("sampler", "{\"temperature\":\"" + SECRET + "\"}")),
                Arguments.of("a huge number", with("sampler", "{\"temperature\":" + "9".repeat(900) + "}")),
                Arguments.of(
                        "a number of a million digits",
                        with("sampler", "{\"temperature\":" + "9".repeat(1_000_000) + "}")),
                Arguments.of("a huge exponent", with("sampler", "{\"temperature\":1e999999999}")),
                Arguments.of("a huge exponent in a fraction", with("samplingFraction", "1e999999999")),
                Arguments.of(
                        "a huge exponent in an integer", with("sampler", "{\"temperature\":1,\"topK\":1e999999999}")),
                Arguments.of("a huge exponent in a seed", with("sampler", "{\"temperature\":1,\"seed\":1e999999999}")),
                Arguments.of(
                        "an exponent beyond all numbers", with("sampler", "{\"temperature\":1e99999999999999999999}")),
                Arguments.of("a duplicate key", STORY.replaceFirst("\\{", "{\"storyId\":\"" + SECRET + "\",")),
                Arguments.of("a deep array", with("outcome", "[".repeat(100_000))),
                Arguments.of("a deep object", with("outcome", "{\"a\":".repeat(100_000))),
                Arguments.of("a deep unknown field", with("unknown", "[".repeat(100_000) + "]".repeat(100_000))),
                Arguments.of("a key of 100,000 characters", with("x".repeat(100_000), "1")),
                Arguments.of("a key that tells", with("outcome", "{\"kind\":{\"" + SECRET + "\":1}}")),
                Arguments.of("a kind that tells", with("outcome", "{\"kind\":\"" + SECRET + "\"}")),
                Arguments.of(
                        "a reason that tells",
                        with("outcome", "{\"kind\":\"not_written\",\"reason\":\"" + SECRET + "\"}")),
                Arguments.of("a time that tells", with("eventTime", "\"" + SECRET + "\"")),
                Arguments.of(
                        "a Java class as kind",
                        with("outcome", "{\"@class\":\"java.net.URL\",\"kind\":\"java.net.URL\"}")),
                Arguments.of("the end of time", with("eventTime", "\"+1000000000-12-31T23:59:59Z\"")),
                Arguments.of("a source that tells", with("source", "\"study:" + SECRET + " \"")),
                Arguments.of("half a character in a name", with("environment", "\"a\\ud83e\"")),
                Arguments.of("a text of 5 MB", with("outcome", written("x".repeat(5_000_000)))),
                Arguments.of("a text of 25 MB", with("outcome", written("x".repeat(25_000_000)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void hostileBytesAreRefusedSoonWithAFieldAndWithoutQuotingThem(String name, String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);

        InvalidEventException refusal = assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> catchThrowableOfType(InvalidEventException.class, () -> EventJson.read(bytes, Story.class)));

        assertThat(refusal).isNotNull();
        assertThat(refusal.field()).isNotBlank().hasSizeLessThan(200);
        assertThat(refusal.getMessage()).doesNotContain(SECRET).hasSizeLessThan(300);
        assertThat(refusal.getCause()).isNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "")
    void aTombstoneAndAnEmptyValueAreNoStory(String value) {
        byte[] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);

        assertThat(catchThrowableOfType(InvalidEventException.class, () -> EventJson.read(bytes, Story.class))
                        .field())
                .isEqualTo("$");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"ff", "c080", "c1bf", "e08080", "f0808080", "f5808080", "eda080", "c3", "00"})
    void whatIsNoUtf8IsRefused(String hex) {
        byte[] story = with("outcome", written("?")).getBytes(StandardCharsets.ISO_8859_1);
        byte[] foreign = HexFormat.of().parseHex(hex);
        int at = new String(story, StandardCharsets.ISO_8859_1).indexOf('?');
        byte[] bytes = ByteBuffer.allocate(story.length - 1 + foreign.length)
                .put(story, 0, at)
                .put(foreign)
                .put(story, at + 1, story.length - at - 1)
                .array();

        assertThat(catchThrowableOfType(InvalidEventException.class, () -> EventJson.read(bytes, Story.class)))
                .hasMessage("$: is not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32"})
    void aStoryInAnotherEncodingIsRefused(String encoding) {
        byte[] bytes = STORY.getBytes(Charset.forName(encoding));

        assertThat(catchThrowableOfType(InvalidEventException.class, () -> EventJson.read(bytes, Story.class)))
                .hasMessage("$: is not UTF-8");
    }

    @Property(tries = 2000)
    void anyBytesEndInAnEventOrInARefusal(@ForAll byte[] bytes) {
        readOrRefuse(bytes);
    }

    @Property(tries = 2000)
    void aDamagedStoryEndsInAnEventOrInARefusal(
            @ForAll @IntRange(min = 0, max = 1000) int place, @ForAll byte replacement, @ForAll boolean cut) {
        byte[] bytes = STORY.getBytes(StandardCharsets.UTF_8);
        int at = place % bytes.length;
        bytes[at] = replacement;

        readOrRefuse(cut ? Arrays.copyOf(bytes, at) : bytes);
    }

    @ParameterizedTest
    @MethodSource("io.musemeter.events.GoldenSamples#valid")
    void aFieldOfAnotherTypeIsRefusedByItsName(GoldenSamples.Valid sample) throws Exception {
        List<String> accepted = new ArrayList<>();
        for (String field : fields(sample)) {
            for (String wrong : List.of("[]", "{}", "true", "\"\\u0000\"", "-1e30")) {
                ObjectNode damaged = (ObjectNode) JSON.readTree(sample.json());
                damaged.set(field, JSON.readTree(wrong));
                InvalidEventException refusal = catchThrowableOfType(
                        InvalidEventException.class, () -> EventJson.read(EventJson.write(damaged), sample.type()));
                if (refusal == null || !(refusal.field() + ".").startsWith(field + ".")) {
                    accepted.add(field + " = " + wrong + " -> " + refusal);
                }
            }
        }

        // A boolean may be a boolean, and these texts may be any text; an exemplar's other text has another hash.
        accepted.removeIf(line -> line.startsWith("truncated = true")
                || line.startsWith("receivedBase64 = \"")
                || line.startsWith("text = \""));
        assertThat(accepted).isEmpty();
    }

    private static List<String> fields(GoldenSamples.Valid sample) throws Exception {
        JsonNode tree = JSON.readTree(sample.json());
        List<String> fields = new ArrayList<>();
        tree.fieldNames().forEachRemaining(fields::add);
        return fields;
    }

    private static void readOrRefuse(byte[] bytes) {
        try {
            assertThat(EventJson.write(EventJson.read(bytes, Story.class))).isNotEmpty();
        } catch (InvalidEventException refusal) {
            assertThat(refusal.field()).isNotBlank();
        }
    }

    /** The story with one field replaced by any text, JSON or not. */
    private static String with(String field, String json) {
        try {
            ObjectNode rest = (ObjectNode) JSON.readTree(STORY);
            rest.remove(field);
            return "{\"" + field + "\":" + json + "," + rest.toString().substring(1);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String written(String text) {
        return "{\"kind\":\"written\",\"finishReason\":\"stop\",\"text\":\"" + text + "\"}";
    }
}
