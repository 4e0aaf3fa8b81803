package io.musemeter.scorer.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.musemeter.events.Temperature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceSetTest {
    private static final List<String> LINES = IntStream.range(0, 6)
            .mapToObj(i -> "{\"storyId\": \"s" + i + "\", \"temperature\": " + i % 2 + ", \"text\": \"Story " + i
                    + "\", \"model\": \"m\"}")
            .toList();

    @Test
    void isTheSameInWhateverOrderItIsGiven() {
        List<String> reversed = new ArrayList<>(LINES);
        Collections.reverse(reversed);

        assertThat(ReferenceSetFile.parse(reversed)).isEqualTo(ReferenceSetFile.parse(LINES));
        assertThat(ReferenceSetFile.parse(reversed).hash())
                .isEqualTo(ReferenceSetFile.parse(LINES).hash());
    }

    @Test
    void itsHashChangesWithAnyComponentOfAnyStory() {
        List<String> hashes = List.of(
                hash("s0", "s9"),
                hash("Story 0", "Story zero"),
                hash("\"temperature\": 1", "\"temperature\": 1.5"),
                ReferenceSetFile.parse(LINES).hash(),
                ReferenceSetFile.parse(LINES.subList(0, 5)).hash());

        assertThat(hashes).doesNotHaveDuplicates();
    }

    @Test
    void tellsItsCompositionByTemperature() {
        assertThat(ReferenceSetFile.parse(LINES).composition())
                .isEqualTo(Map.of(Temperature.of(0), 3L, Temperature.of(1), 3L));
    }

    @Test
    void saysWhatItIsInALineForTheLog() {
        ReferenceSet set = ReferenceSetFile.parse(LINES);

        assertThat(set.summary()).isEqualTo(set.hash() + ", 6 stories: 3 at temperature 0, 3 at temperature 1");
    }

    @Test
    void takesAFileOfStoriesToReplay(@TempDir Path folder) throws Exception {
        Path file = Files.write(
                folder.resolve("stories.jsonl"),
                LINES.stream().map(line -> line.replace("storyId", "id")).toList());

        assertThat(ReferenceSetFile.read(file)).isEqualTo(ReferenceSetFile.parse(LINES));
    }

    @Test
    void refusesFewerThanFiveStories() {
        assertThatThrownBy(() -> ReferenceSetFile.parse(LINES.subList(0, 4)))
                .isInstanceOf(InvalidReferenceSetException.class)
                .hasMessage("holds 4 stories, needs at least 5");
    }

    @Test
    void refusesTheSameStoryTwice() {
        List<String> lines = new ArrayList<>(LINES);
        lines.add(LINES.get(0).replace("Story 0", "another text"));

        assertThatThrownBy(() -> ReferenceSetFile.parse(lines)).hasMessage("storyId: occurs more than once");
    }

    @Test
    void namesTheLineAndTheComponentThatIsWrongAndQuotesNothing() {
        assertThatThrownBy(() -> ReferenceSetFile.parse(replaced(2, "\"text\": \"Story 2\"", "\"text\": \" \"")))
                .hasMessage("line 3: text: must not be blank");
        assertThatThrownBy(() -> ReferenceSetFile.parse(replaced(2, "\"temperature\": 0", "\"temperature\": 7")))
                .hasMessageStartingWith("line 3: temperature: ");
        assertThatThrownBy(() -> ReferenceSetFile.parse(replaced(2, "\"temperature\": 0,", "")))
                .hasMessage("line 3: temperature: is required");
        assertThatThrownBy(() -> ReferenceSetFile.parse(replaced(2, "{", "<script>")))
                .hasMessage("line 3: is not a story in JSON");
    }

    private static List<String> replaced(int line, String what, String by) {
        List<String> lines = new ArrayList<>(LINES);
        lines.set(line, lines.get(line).replace(what, by));
        return lines;
    }

    private static String hash(String what, String by) {
        return ReferenceSetFile.parse(
                        LINES.stream().map(line -> line.replace(what, by)).toList())
                .hash();
    }
}
