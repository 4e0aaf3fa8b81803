package io.musemeter.aggregator.page;

import static io.musemeter.aggregator.page.Browser.PATIENCE;
import static io.musemeter.aggregator.page.Samples.put;
import static io.musemeter.aggregator.page.Samples.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

@ExtendWith(BrowserExtension.class)
class EffectsOnThePageTest {

    @Test
    void everySeriesIsShownWithItsVerdictItsSlopeAndItsInterval(Browser browser) {
        try (PageServer server = PageServer.answering(Samples.all().toString())) {
            browser.open(server.address());
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(browser.texts(".card .title"))
                            .containsExactlyInAnyOrder(
                                    "Reference perplexity",
                                    "Edit distance to the exemplar",
                                    "Similarity to the exemplar"));
            assertThat(browser.texts(".card .word")).containsExactlyInAnyOrder("rises", "rises", "falls");
            assertThat(browser.texts(".card .slope .estimate"))
                    .containsExactlyInAnyOrder("\u00d72.56", "+0.053", "\u22120.145");
            assertThat(browser.texts(".card .slope .range"))
                    .containsExactlyInAnyOrder(
                            "\u00d72.32 to \u00d72.84", "+0.040 to +0.065", "\u22120.167 to \u22120.124");
            assertThat(browser.texts(".verdict"))
                    .anyMatch(text -> text.contains("similarity to the exemplar falls strongly with temperature"));
            assertThat(browser.texts(".figures")).allMatch(text -> text.contains("(without T\u00a00.001)"));
            assertThat(browser.texts(".figures"))
                    .filteredOn(text -> text.contains("its coherence"))
                    .singleElement()
                    .asString()
                    .contains("Reference perplexity \u00d72.56 (\u00d72.32 to \u00d72.84)");
            assertThat(browser.texts(".accounting")).allMatch(text -> text.endsWith("pending of 170 expected"));
            assertThat(browser.text("#system")).contains("live").contains("170");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void seriesAreRankedByTheIntervalEndNearestZeroAndNotByTheEstimate(Browser browser) {
        String sample = Samples.json(List.of(
                series("edit_distance", s -> put(s, "designStandardised", 0.9, 0.1, 0.95)),
                series("exemplar_similarity", s -> put(s, "designStandardised", -0.5, -0.7, -0.3)),
                series("reference_perplexity", s -> put(s, "designStandardised", 0.4, 0.35, 0.45))));
        try (PageServer server = PageServer.answering(sample)) {
            browser.open(server.address());
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(browser.texts(".card .title"))
                            .containsExactly(
                                    "Reference perplexity",
                                    "Similarity to the exemplar",
                                    "Edit distance to the exemplar"));
        }
    }

    @Test
    void aSeriesOpensByKeyboardAndShowsCurveCellsSensitivityAndProvenance(Browser browser) {
        try (PageServer server = PageServer.answering(Samples.all().toString())) {
            browser.open(server.address());
            await().atMost(PATIENCE).until(() -> browser.all(".card").size() == 3);
            browser.one(".card .title").sendKeys(Keys.ENTER);
            await().atMost(PATIENCE).until(() -> browser.all(".detail canvas").size() == 1);
            assertThat(browser.one(".card .title").getAttribute("aria-expanded"))
                    .isEqualTo("true");
            assertThat(browser.texts(".detail caption"))
                    .containsExactly(
                            "How much the slope depends on what is counted",
                            "Estimates with 95 % intervals",
                            "Stories by temperature",
                            "The same series over other windows");
            assertThat(browser.texts(".below table:first-of-type tbody tr")).hasSizeGreaterThanOrEqualTo(7);
            assertThat(browser.text(".provenance")).contains("Sampler").contains("Evaluator");
            assertThat(browser.one(".curve [role=img]").getAttribute("aria-label"))
                    .contains("at 0.334");

            browser.reload();
            await().atMost(PATIENCE).until(() -> browser.all(".detail canvas").size() == 1);
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
