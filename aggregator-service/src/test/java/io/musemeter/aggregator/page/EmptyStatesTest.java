package io.musemeter.aggregator.page;

import static io.musemeter.aggregator.page.Browser.PATIENCE;
import static io.musemeter.aggregator.page.Samples.series;
import static io.musemeter.aggregator.page.Samples.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrowserExtension.class)
class EmptyStatesTest {

    @Test
    void withoutStoriesThePageSaysSo(Browser browser) {
        try (PageServer server = PageServer.answering("[]")) {
            browser.open(server.address());
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(browser.text("#empty")).startsWith("No stories yet"));
            assertThat(browser.texts("#axis")).isEmpty();
            assertThat(browser.text("#system")).contains("none yet");
        }
    }

    @Test
    void anAggregatorThatIsNotReadyIsCalledSo(Browser browser) {
        try (PageServer server = PageServer.answering("[]")) {
            server.refuse(503);
            browser.open(server.address());
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(browser.text("#empty")).startsWith("Not ready yet"));
            assertThat(browser.text("#system")).contains("not ready");
        }
    }

    @Test
    void oneTemperatureIsNotEnoughVariation(Browser browser) {
        ObjectNode single = series(
                "edit_distance",
                without("there is one temperature only", "InsufficientVariation")
                        .andThen(s -> s.put("distinctTemperatures", 1)));
        try (PageServer server = PageServer.answering(Samples.json(List.of(single)))) {
            browser.open(server.address());
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(browser.text(".card .word")).isEqualTo("too few temperatures"));
            assertThat(browser.text(".group h2")).startsWith("Cannot tell");
            assertThat(browser.text(".verdict")).contains("there is one temperature only");
            assertThat(browser.text(".card .slope")).isEqualTo("no slope");
            assertThat(browser.text(".card .plot")).isEqualTo("no interval");
        }
    }

    @Test
    void whatIsMissingIsAWordAndNeverANumber(Browser browser) {
        ObjectNode few = series("exemplar_similarity", without("too few stories", "InsufficientData"));
        ObjectNode flat = series("reference_perplexity", without("the value does not vary", "Degenerate"));
        few.putNull("expected").putNull("pending").putNull("asOf");
        for (ObjectNode each : List.of(few, flat)) {
            each.get("cells")
                    .forEach(cell -> ((ObjectNode) cell)
                            .putNull("mean")
                            .putNull("sd")
                            .putNull("expected")
                            .putObject("quantiles"));
        }
        try (PageServer server = PageServer.answering(Samples.json(List.of(few, flat)))) {
            browser.open(server.address());
            await().atMost(PATIENCE).until(() -> browser.all(".card").size() == 2);
            browser.all(".card .title").forEach(title -> title.click());
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(browser.texts(".curve"))
                            .containsExactly("No temperature has a value yet.", "No temperature has a value yet."));
            assertThat(browser.texts(".card .word")).containsExactlyInAnyOrder("not enough data", "degenerate");
            assertThat(browser.text("body"))
                    .contains("of an unknown number expected")
                    .contains("not known");
            assertThat(browser.text("body")).doesNotContainPattern("NaN|null|undefined|Infinity|\\[object");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void aVerdictThatThisPageDoesNotKnowIsShownInItsOwnWords(Browser browser) {
        ObjectNode later = series(
                "edit_distance",
                s -> s.putObject("verdict").put("kind", "SeasonallyShifted").put("sentence", "said later"));
        try (PageServer server = PageServer.answering(Samples.json(List.of(later)))) {
            browser.open(server.address());
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(browser.text(".card .word")).isEqualTo("seasonally shifted"));
            assertThat(browser.text(".verdict")).endsWith("said later");
        }
    }
}
