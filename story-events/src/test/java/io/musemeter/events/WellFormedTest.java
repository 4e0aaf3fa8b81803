package io.musemeter.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WellFormedTest {
    @ParameterizedTest
    @CsvSource({
        "a\uD83Eb, a\uFFFDb",
        "a\uDD8Ab, a\uFFFDb",
        "\uD83E, \uFFFD",
        "\uDD8A\uD83E, \uFFFD\uFFFD",
        "\uD83E\uD83E\uDD8A, \uFFFD\uD83E\uDD8A",
        "\uD83E\uDD8A, \uD83E\uDD8A"
    })
    void halvesOfCharactersAreReplacedAndWholeOnesKept(String text, String wellFormed) {
        assertThat(WellFormed.text(text)).isEqualTo(wellFormed);
    }

    @Property
    void theResultSurvivesUtf8AndKeepsItsLength(@ForAll @CharRange(from = '\uD7F0', to = '\uE00F') String text) {
        String wellFormed = WellFormed.text(text);

        assertThat(new String(wellFormed.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(wellFormed);
        assertThat(wellFormed).hasSameSizeAs(text);
        assertThat(WellFormed.text(wellFormed)).isSameAs(wellFormed);
    }

    @Test
    void aStoryCutWithinACharacterIsKeptAndCanBeWritten() {
        StoryOutcome.Written cut = new StoryOutcome.Written("The fox \uD83E", FinishReason.LENGTH, null);

        assertThat(cut.text()).isEqualTo("The fox \uFFFD");
        assertThat(EventJson.read(EventJson.write(cut), StoryOutcome.class)).isEqualTo(cut);
    }

    @Test
    void anExemplarCutWithinACharacterIsNamedByWhatIsKept() {
        Exemplar exemplar = Exemplar.of("The fox \uD83E", Exemplar.Origin.CONFIGURED, Instant.EPOCH);

        assertThat(EventJson.read(EventJson.write(exemplar), Exemplar.class)).isEqualTo(exemplar);
    }
}
