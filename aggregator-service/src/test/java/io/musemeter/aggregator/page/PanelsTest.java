package io.musemeter.aggregator.page;

import static io.musemeter.aggregator.page.Browser.PATIENCE;
import static io.musemeter.aggregator.page.Samples.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

@ExtendWith(BrowserExtension.class)
class PanelsTest {
    private static final String POOLED = """
            [{"over": "model", "window": "all", "metric": "edit_distance", "evaluatorId": "computed/edit_distance/1/none",
              "environment": "local", "source": "sweep", "model": null, "prompt": "default", "samplerHash": "5f0c",
              "logarithmic": false, "series": [
                {"seriesId": "a", "name": "<b>small</b>", "n": 120, "slope": {"estimate": 0.05, "low": 0.03, "high": 0.07, "p": 0.001}},
                {"seriesId": "b", "name": "large", "n": 90, "slope": {"estimate": 0.08, "low": 0.05, "high": 0.11, "p": 0.001}},
                {"seriesId": "c", "name": "new", "n": 2, "slope": null}],
              "effect": {"estimate": 0.06, "low": -0.02, "high": 0.14, "p": 0.08, "n": 210},
              "heterogeneity": {"tau": 0.01, "q": 2.3, "p": 0.13, "iSquared": 0.56},
              "prediction": {"low": -0.2, "high": 0.3},
              "changes": [{"seriesId": "a", "kind": "responseModel", "at": "2026-03-01T10:00:00Z", "direction": null, "to": "<i>next</i>"},
                          {"seriesId": "b", "kind": "responseModel", "at": "2026-03-01T10:00:00Z", "direction": null, "to": "<i>next</i>"}],
              "sentence": "edit_distance changes by +0.06 per 1.0 of temperature on average over 2 models"}]""";

    private static final String TRADE_OFF = """
            [{"groupId": "g", "environment": "local", "source": "sweep", "model": "m", "promptId": "default", "promptVersion": "1",
              "samplerHash": "5f0c", "window": "all",
              "novelty": {"seriesId": "a", "metric": "edit_distance", "evaluatorId": "e", "logarithmic": false, "lessIsBetter": false},
              "coherence": {"seriesId": "b", "metric": "reference_perplexity", "evaluatorId": "e", "logarithmic": true, "lessIsBetter": true},
              "yield": null, "points": [
                {"temperature": 0.4, "novelty": {"mean": 0.3, "low": 0.28, "high": 0.32, "n": 40},
                 "coherence": {"mean": 1.2, "low": 1.1, "high": 1.3, "n": 40}, "onFront": true, "surelyBeaten": false, "yield": null},
                {"temperature": 1.2, "novelty": {"mean": 0.5, "low": null, "high": null, "n": 4},
                 "coherence": {"mean": 2.2, "low": 2.1, "high": 2.3, "n": 40}, "onFront": true, "surelyBeaten": null,
                 "yield": {"share": 0.25, "low": 0.14, "high": 0.4, "n": 40, "asked": 50, "unscorable": 0, "failed": 3, "truncatedLeftOut": 7,
                           "ofAsked": 0.2, "ofAskedLow": 0.11, "ofAskedHigh": 0.33, "per1000Tokens": 1.25, "per1000Low": 0.7, "per1000High": 1.8}},
                {"temperature": 1.6, "novelty": {"mean": 0.45, "low": 0.4, "high": 0.5, "n": 40},
                 "coherence": {"mean": 3.2, "low": 3.1, "high": 3.3, "n": 40}, "onFront": false, "surelyBeaten": true, "yield": null}],
              "best": {"goal": "creative_yield", "higherIsBetter": true, "best": 1.2, "candidates": [0.8, 1.2],
                       "options": [{"temperature": 0.4, "mean": 0.1, "low": -0.3, "high": 0, "candidate": false, "n": 40},
                                   {"temperature": 1.2, "mean": 0.25, "low": 0, "high": 0.31, "candidate": true, "n": 41}],
                       "sentence": "cannot tell 0.8 and 1.2 apart by their mean of creative_yield"},
              "changes": [{"seriesId": "a", "kind": "fingerprint", "at": "2026-03-01T10:00:00Z", "direction": null, "to": "fp-2"}],
              "noAnswer": {"yield": "no score of creative_yield"}},
             {"groupId": "h", "environment": "local", "source": "sweep", "model": "alone", "promptId": "default", "promptVersion": "1",
              "samplerHash": "5f0c", "window": "all",
              "novelty": {"seriesId": "a", "metric": "edit_distance", "evaluatorId": "e", "logarithmic": false, "lessIsBetter": false},
              "coherence": null, "yield": null, "points": [], "best": null,
              "noAnswer": {"coherence": "no score of coherence", "best": "no goal was stated"}}]""";

    private static final String COMPARISON = """
            {"from": "a", "fromName": "old", "to": "b", "toName": "new", "window": "all", "metric": "edit_distance",
             "logarithmic": false, "slopeDifference": {"estimate": 0.01, "low": -0.02, "high": 0.04, "p": 0.5},
             "average": {"estimate": -0.07, "low": -0.09, "high": -0.05, "p": 0.0001},
             "differences": [{"temperature": 0.8, "difference": {"estimate": -0.08, "low": -0.1, "high": -0.06, "p": 0.0001, "n": 77}, "simultaneousLow": -0.115, "simultaneousHigh": -0.045}],
             "changes": [{"seriesId": "b", "kind": "exemplar", "at": "2026-03-01T10:00:00Z", "direction": null, "to": "abcd"}],
             "equivalents": [
              {"old": 0.8, "estimate": 1.2, "low": 1.1, "high": 1.4, "openBelow": false, "openAbove": true, "noAnswer": null},
              {"old": 1.6, "estimate": null, "low": null, "high": null, "openBelow": false, "openAbove": false,
               "noAnswer": "the new curve never reaches what the old one did"}],
             "sentence": "new needs T = 1.2 to match old at 0.8 (95 % at least 1.1)"}""";

    private static PageServer server() {
        ObjectNode other =
                series("edit_distance", s -> s.put("seriesId", "f".repeat(32)).put("model", "another"));
        List<ObjectNode> all = new ArrayList<>(Samples.overEverything());
        all.add(other);
        return PageServer.answering(Samples.json(all))
                .also("/api/pooled", POOLED)
                .also("/api/tradeoff", TRADE_OFF)
                .also("/api/comparisons", COMPARISON);
    }

    private static void look(Browser browser, PageServer server, String view) {
        browser.open(server.address() + "?view=" + view);
        await().atMost(PATIENCE).until(() -> !browser.texts(".panel article").isEmpty());
    }

    @Test
    void theViewsAreReachedByKeyboardAndKeptInTheAddress(Browser browser) {
        try (PageServer server = server()) {
            browser.open(server.address());
            await().atMost(PATIENCE).until(() -> browser.all(".card").size() == 4);
            browser.all(".views a").get(1).sendKeys(Keys.ENTER);
            await().atMost(PATIENCE)
                    .until(() -> !browser.texts("#pooled article").isEmpty());
            assertThat(browser.address()).endsWith("?view=pooled");
            assertThat(browser.texts(".card")).isEmpty();
            assertThat(browser.one(".views [aria-current]").getText()).isEqualTo("Across models or prompts");
            browser.back();
            await().atMost(PATIENCE).until(() -> browser.texts(".card").size() == 4);
            assertThat(browser.texts(".panel")).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void aPoolShowsEachSeriesTheMeanAndWhereAFurtherOneIsExpected(Browser browser) {
        try (PageServer server = server()) {
            look(browser, server, "pooled");
            assertThat(browser.text("#pooled article"))
                    .contains("Edit distance to the exemplar")
                    .contains("<b>small</b>")
                    .contains("no slope")
                    .contains("another model answered: <i>next</i>")
                    .contains("210")
                    .contains("a further one")
                    .contains("I\u00b2 56\u00a0%");
            assertThat(browser.all("#pooled .changes li")).hasSize(1);
            assertThat(browser.all("#pooled .forest circle")).hasSize(3);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void noveltyIsDrawnWithItsCoherenceAndNeverWithout(Browser browser) {
        try (PageServer server = server()) {
            look(browser, server, "tradeoff");
            assertThat(browser.texts("#tradeoff article")).hasSize(2);
            assertThat(browser.texts("#tradeoff article").get(0))
                    .contains("cannot tell 0.8 and 1.2 apart by their mean of creative yield")
                    .contains("0.500 (no interval)")
                    .contains("25\u00a0% (14\u00a0% to 40\u00a0%) of 40")
                    .contains("20\u00a0% (11\u00a0% to 33\u00a0%) of 50")
                    .contains("3 failed, 7 truncated")
                    .contains("another serving system answered: fp-2")
                    .contains("1.25 (0.700 to 1.80)")
                    .contains("surely")
                    .contains("no test")
                    .contains("0.00 to +0.31");
            assertThat(browser.texts("#tradeoff article").get(1))
                    .contains("Novelty is not shown without the coherence of the same stories");
            assertThat(browser.all("#tradeoff svg circle.on")).hasSize(2);
            assertThat(browser.all("#tradeoff svg circle.off")).hasSize(1);
            assertThat(browser.all("#tradeoff svg path.beaten")).hasSize(1);
            assertThat(browser.one("#tradeoff svg[role=img]").getAttribute("aria-label"))
                    .contains("T 0.4: 0.300 and 1.20, on the front")
                    .contains("T 1.6: 0.450 and 3.20, surely beaten");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void aSeriesIsComparedWithAnotherOfItsMetric(Browser browser) {
        try (PageServer server = server()) {
            browser.open(server.address() + "?open=" + "f".repeat(32));
            await().atMost(PATIENCE)
                    .until(() -> !browser.texts(".compare select").isEmpty());
            browser.script("const select = document.querySelector('.compare select'); select.selectedIndex = 1;"
                    + "select.dispatchEvent(new Event('change', {bubbles: true}))");
            await().atMost(PATIENCE)
                    .until(() -> browser.text(".compare .answer").contains("new needs T = 1.2 to match old at 0.8"));
            assertThat(browser.text(".compare .answer"))
                    .contains("another exemplar is compared with: abcd")
                    .contains("at least 1.10")
                    .contains("nowhere")
                    .containsPattern("<\u2009.001\\s+77")
                    .contains("Mean difference over the common temperatures: \u22120.070 (\u22120.090 to \u22120.050)")
                    .contains("\u22120.115 to \u22120.045")
                    .contains("\u22120.080");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pooled", "tradeoff"})
    void nothingSticksOutOnATelephone(String view, Browser browser) {
        try (PageServer server = server()) {
            look(browser, server, view);
            browser.screen(400, 860);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(browser.overhang()).isZero());
        }
    }

    @Test
    void whereThereIsNothingToPoolThatIsSaid(Browser browser) {
        try (PageServer server = PageServer.answering(Samples.all().toString())) {
            browser.open(server.address() + "?view=pooled");
            await().atMost(PATIENCE).until(() -> browser.text("#pooled").contains("Nothing to pool"));
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
