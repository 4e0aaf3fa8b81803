package io.musemeter.generator.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.events.PromptIdentity;
import io.musemeter.events.Source;
import io.musemeter.generator.config.PromptRule;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptNamingTest {
    private static final Source LIVE = new Source.Production();
    private static final Source FINITE = new Source.Replay("file");

    private record Rule(String template, String version) implements PromptRule {}

    private static final PromptNaming NAMING = new PromptNaming(Map.of(
            "default", new Rule("Write a story.", "1"),
            "about", new Rule("Write about {topic} for {reader}, please.", "4")));

    @Test
    void liveNamesBeyondTheBoundAreOtherAndCounted() {
        AtomicInteger beyond = new AtomicInteger();
        PromptNaming naming = new PromptNaming(Map.of("ruled", new Rule("Rule.", "4")), 2, beyond::incrementAndGet);
        PromptIdentity first = new PromptIdentity("first", "1");

        assertThat(naming.keep(first, LIVE)).isEqualTo(first);
        assertThat(naming.keep(new PromptIdentity("first", "2"), LIVE)).isEqualTo(new PromptIdentity("first", "2"));
        assertThat(naming.keep(new PromptIdentity("third", "1"), LIVE)).isEqualTo(new PromptIdentity("other", "1"));

        assertThat(naming.keep(first, LIVE)).isEqualTo(first);
        assertThat(naming.keep(new PromptIdentity("ruled", "4"), LIVE)).isEqualTo(new PromptIdentity("ruled", "4"));
        assertThat(naming.keep(new PromptIdentity("third", "1"), FINITE)).isEqualTo(new PromptIdentity("third", "1"));
        assertThat(beyond).hasValue(1);
    }

    @Test
    void aPromptThatFitsATemplateHasItsNameAndVersion() {
        assertThat(NAMING.identify("Write about cats for a child, please.", LIVE))
                .isEqualTo(new PromptIdentity("about", "4"));
    }

    @Test
    void anExactPromptIgnoresWhiteSpaceAroundIt() {
        assertThat(NAMING.identify(" Write a story.\n", LIVE)).isEqualTo(new PromptIdentity("default", "1"));
    }

    @Test
    void livePromptsThatFitNoRuleShareOneName() {
        assertThat(NAMING.identify("my own words", LIVE)).isEqualTo(NAMING.identify("other words", LIVE));
    }

    @Test
    void finitePromptsThatFitNoRuleAreToldApart() {
        assertThat(NAMING.identify("my own words", FINITE)).isNotEqualTo(NAMING.identify("other words", FINITE));
    }

    @Test
    void noPromptAtAllIsUnknown() {
        assertThat(NAMING.identify(null, LIVE).id()).isEqualTo("unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "a{x}b, ab, true",
        "a{x}b, aXb, true",
        "a{x}b, a, false",
        "ab{x}ba, aba, false",
        "{x}, '', true",
        "{x}m{y}, hm, true",
        "{x}m{y}, hn, false",
        "{x}mm{y}m, mmm, true",
        "{x}mm{y}m, mm, false",
        "a(b{x}, a(bc, true"
    })
    void templatesAreAnchoredAndTheirPartsDoNotOverlap(String template, String prompt, boolean fits) {
        assertThat(PromptTemplate.parse(template).matches(prompt)).isEqualTo(fits);
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void aHostilePromptTakesLinearTime() {
        PromptTemplate template = PromptTemplate.parse("{a}x{b}x{c}x{d}x{e}x{f}!");

        assertThat(template.matches("x".repeat(1_000_000))).isFalse();
    }
}
