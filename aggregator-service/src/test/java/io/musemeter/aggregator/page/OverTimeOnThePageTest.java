package io.musemeter.aggregator.page;

import static io.musemeter.aggregator.page.Browser.PATIENCE;
import static io.musemeter.aggregator.page.Samples.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrowserExtension.class)
class OverTimeOnThePageTest {
    private static final String POLICY = """
            {"metric": "edit_distance", "logarithmic": false, "n": 800, "effectiveCount": 640, "truncatedShare": 0.02,
             "unscoredShare": 0.01, "hajek": {"estimate": 0.03, "low": 0.01, "high": 0.05},
             "doublyRobust": {"estimate": 0.031, "low": 0.012, "high": 0.05},
             "atAnyTime": {"estimate": 0.031, "low": -0.002, "high": 0.064},
             "truncation": {"estimate": 2.1, "low": 0.4, "high": 3.8},
             "gate": {"decision": "not-yet", "margin": 0.01, "expected": "non-inferior", "storiesUntil": 310,
                      "expectedAt": "2026-11-30T09:00:00Z"},
             "sentence": "edit_distance would change by +0.031 at T = 1.2 instead of T = 0.8"}""";

    private static final String SPREAD = """
            [{"environment": "local", "source": "sweep", "model": "musemeter-story-1m", "promptId": "default",
              "promptVersion": "1", "samplerHash": "5f0c2a9e1b7d4c38", "embedder": "e", "n": 24, "temperatures": [
              {"temperature": 0.334, "vendi": {"value": 6.1, "standardError": 0.4}, "similarity": {"value": 0.7, "standardError": 0.02}},
              {"temperature": 2, "vendi": {"value": 14.2, "standardError": 0.9}, "similarity": null}],
              "least": 8, "leftOut": [{"temperature": 1.334, "stories": 3}]}]""";

    private static ObjectNode known() {
        return series("edit_distance", s -> {
            s.putObject("sequence")
                    .put("estimate", 0.05)
                    .put("low", 0.01)
                    .put("high", 0.09)
                    .put("n", 512)
                    .put("since", "2026-10-03T10:00:00Z")
                    .put("reason", "responseModel")
                    .put("guarantee", "asymptotic");
            s.putObject("evidence")
                    .put("logE", 9.2)
                    .put("panes", 6)
                    .put("epochs", 2)
                    .put("since", "2026-10-12T00:00:00Z")
                    .put("until", "2026-11-20T00:00:00Z")
                    .put("discovered", true);
            ArrayNode changes = s.putArray("changes");
            changes.addObject()
                    .put("kind", "level")
                    .put("at", "2026-10-20T00:00:00Z")
                    .put("direction", "up");
            changes.addObject()
                    .put("kind", "responseModel")
                    .put("at", "2026-10-03T10:00:00Z")
                    .put("to", "<img src=x onerror=alert(1)>");
            ArrayNode arms = s.putObject("assignment")
                    .put("since", "2026-10-03T10:00:00Z")
                    .put("until", "2026-11-20T00:00:00Z")
                    .putArray("arms");
            arm(arms, 0.8, 400, 2);
            arm(arms, 1.2, 400, 2);
            s.put("sampledOut", 34);
            ((ObjectNode) s.get("cells").get(1)).put("samplingFraction", 0.25).put("sampledOut", 34);
        });
    }

    private static void arm(ArrayNode arms, double temperature, long n, double weight) {
        arms.addObject()
                .put("temperature", temperature)
                .put("n", n)
                .put("truncated", 8)
                .put("unscored", 4)
                .put("weight", n * weight)
                .put("weightSquares", n * weight * weight)
                .put("mean", 0.4)
                .put("lean", 0)
                .put("spread", 10);
    }

    private static PageServer server() {
        return PageServer.answering(Samples.json(List.of(known())))
                .also("/api/policy", POLICY)
                .also("/api/spread", SPREAD);
    }

    private static void openDetail(Browser browser, PageServer server) {
        browser.open(server.address());
        await().atMost(PATIENCE).until(() -> browser.all(".card").size() == 1);
        browser.one(".card .title").click();
        await().atMost(PATIENCE).until(() -> browser.all(".over-time .changes").size() == 1);
    }

    @Test
    void theRowSaysWhichIntervalHoldsAtAnyTimeAndSinceWhenThereIsEvidence(Browser browser) {
        try (PageServer server = server()) {
            browser.open(server.address());
            await().atMost(PATIENCE).until(() -> browser.all(".card").size() == 1);
            assertThat(browser.text(".slope .kind")).isEqualTo("95\u00a0% pointwise");
            assertThat(browser.text(".figures"))
                    .contains("at any time")
                    .contains("+0.010 to +0.090")
                    .contains("since 12 Oct 2026")
                    .contains("the level rose at equal temperature");
            assertThat(browser.text(".accounting"))
                    .contains("34 sampled out")
                    .contains("17\u00a0% sampled out by design")
                    .contains("25\u00a0% to 100\u00a0%");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void bothIntervalsStandSideBySideWithEvidenceAndEveryChangeMarked(Browser browser) {
        try (PageServer server = server()) {
            openDetail(browser, server);
            assertThat(browser.texts(".detail caption")).contains("Two intervals of the slope");
            assertThat(browser.text(".over-time"))
                    .contains("pointwise, everything")
                    .contains("at any time, since 3 Oct 2026");
            assertThat(browser.text(".over-time")).contains("a discovery among all series (e-BH)");
            assertThat(browser.text(".over-time")).contains("These days are of 2 response models or exemplars");
            assertThat(browser.texts(".changes li"))
                    .hasSize(2)
                    .first()
                    .asString()
                    .contains("another model answered: <img");
            assertThat(browser.all(".timeline .mark")).hasSize(2);
            assertThat(browser.all(".timeline .alarm")).hasSize(1);
            assertThat(browser.all(".changes img")).isEmpty();
        }
    }

    @Test
    void assignedTemperaturesShowTheirBalanceAndAnswerAQuestionWithGateAndForecast(Browser browser) {
        try (PageServer server = server()) {
            openDetail(browser, server);
            await().atMost(PATIENCE).until(() -> browser.text(".policy .answer").contains("Gate"));
            assertThat(browser.texts(".detail caption")).contains("Temperatures assigned at random");
            assertThat(browser.text(".over-time")).contains("as assigned");
            assertThat(browser.text(".policy .answer"))
                    .contains("would change by +0.031")
                    .contains("after some 310 more stories")
                    .contains("+2.1 percentage points (+0.4 to +3.8, at any time)")
                    .contains("at any time");
        }
    }

    @Test
    void theSpreadOfEachTemperatureIsShownWithItsError(Browser browser) {
        try (PageServer server = server()) {
            openDetail(browser, server);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(browser.texts(".detail caption"))
                            .contains(
                                    "Spread of the stories at each temperature, 24 compared at each; left out, for fewer"
                                            + " than 8 stories: T\u202f=\u202f1.334 (3)"));
            assertThat(browser.text(".below")).contains("14.2 \u00b1\u202f0.90").contains("none");
        }
    }

    @Test
    void whatIsNotKnownIsSaidAndWhy(Browser browser) {
        ObjectNode bare = series("edit_distance", s -> s.putObject("noAnswer").put("sequence", "nothing was scored"));
        try (PageServer server = PageServer.answering(Samples.json(List.of(bare)))) {
            browser.open(server.address());
            await().atMost(PATIENCE).until(() -> browser.all(".card").size() == 1);
            browser.one(".card .title").click();
            await().atMost(PATIENCE)
                    .until(() -> browser.text(".over-time")
                            .contains("No interval that holds at any time: nothing was scored."));
            assertThat(browser.all(".policy")).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
