package io.musemeter.scorer.lexical;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokenEditDistanceTest {

    static Stream<JsonNode> oracle() throws IOException {
        try (InputStream in = TokenEditDistanceTest.class.getResourceAsStream("edit_distance_oracle.json")) {
            List<JsonNode> cases = new ArrayList<>();
            new ObjectMapper().readTree(in).forEach(cases::add);
            return cases.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("oracle")
    void agreesWithPlainDynamicProgrammingInPython(JsonNode expected) {
        List<String> a = Tokens.of(expected.get("a").asText());
        List<String> b = Tokens.of(expected.get("b").asText());

        double distance = TokenEditDistance.normalised(a, b);

        assertThat(a).hasSize(expected.get("tokensA").asInt());
        assertThat(b).hasSize(expected.get("tokensB").asInt());
        assertThat(distance).isEqualTo(expected.get("normalised").asDouble());
    }

    @Property
    void agreesWithTheTextbookRecurrence(@ForAll("sequences") List<String> a, @ForAll("sequences") List<String> b) {
        double distance = TokenEditDistance.normalised(a, b);

        int longer = Math.max(1, Math.max(a.size(), b.size()));
        assertThat(distance).isEqualTo((double) textbook(a, b) / longer);
    }

    @Property
    void isSymmetric(@ForAll("sequences") List<String> a, @ForAll("sequences") List<String> b) {
        assertThat(TokenEditDistance.normalised(a, b)).isEqualTo(TokenEditDistance.normalised(b, a));
    }

    @Property
    void ofACopyIsZero(@ForAll("sequences") List<String> a) {
        assertThat(TokenEditDistance.normalised(a, List.copyOf(a))).isZero();
    }

    @Property
    void isAtLeastTheDifferenceOfLengths(@ForAll("sequences") List<String> a, @ForAll("sequences") List<String> b) {
        double distance = TokenEditDistance.normalised(a, b);

        double difference = Math.abs(a.size() - b.size());
        assertThat(distance).isBetween(difference / Math.max(1, Math.max(a.size(), b.size())), 1.0);
    }

    @Test
    void ofTwoEmptySequencesIsZero() {
        assertThat(TokenEditDistance.normalised(List.of(), List.of())).isZero();
    }

    @Test
    void ofAnEmptySequenceFromAnyOtherIsOne() {
        assertThat(TokenEditDistance.normalised(List.of(), List.of("a", "b"))).isEqualTo(1);
    }

    @Test
    void ofTenThousandWordsFromTheirReverseIsExact() {
        List<String> words =
                IntStream.range(0, 10_000).mapToObj(i -> "w" + i * 7919L % 3001).toList();
        List<String> reversed = new ArrayList<>(words);
        Collections.reverse(reversed);

        double distance = TokenEditDistance.normalised(words, reversed);

        assertThat(distance).isEqualTo((double) textbook(words, reversed) / 10_000);
    }

    @Provide
    Arbitrary<List<String>> sequences() {
        return Arbitraries.of("a", "b", "c", "d").list().ofMaxSize(200);
    }

    private static int textbook(List<String> a, List<String> b) {
        int[] row = IntStream.rangeClosed(0, b.size()).toArray();
        for (int i = 1; i <= a.size(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.size(); j++) {
                int substituted = diagonal + (a.get(i - 1).equals(b.get(j - 1)) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.size()];
    }
}
