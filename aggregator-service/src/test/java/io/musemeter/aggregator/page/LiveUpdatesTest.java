package io.musemeter.aggregator.page;

import static io.musemeter.aggregator.page.Browser.PATIENCE;
import static io.musemeter.aggregator.page.Samples.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrowserExtension.class)
class LiveUpdatesTest {
    private static final Duration RETRIES = Duration.ofSeconds(40);

    /** The sample after more stories, with the last of the ranking now first. */
    private static String later(String lastMetric) {
        List<ObjectNode> series = Samples.overEverything();
        series.forEach(each -> each.put("n", 12345));
        series.stream()
                .filter(each -> each.get("metric").asText().equals(lastMetric))
                .forEach(each -> put(each, "designStandardised", 0.97, 0.96, 0.98));
        return Samples.json(series);
    }

    @Test
    void newFiguresAppearWhileFocusScrollAndOpenDetailStay(Browser browser) {
        try (PageServer server = PageServer.answering(Samples.all().toString())) {
            browser.open(server.address());
            browser.screen(800, 500);
            await().atMost(PATIENCE).until(() -> browser.all(".card").size() == 3);
            String metric = (String) browser.script("const last = [...document.querySelectorAll('.card')].at(-1);"
                    + "last.querySelector('.title').click(); last.querySelector('.title').focus();"
                    + "return last.querySelector('.title').textContent");
            await().atMost(PATIENCE).until(() -> browser.all(".detail canvas").size() == 1);
            Object scrolled = browser.script("scrollTo(0, 300); return scrollY");

            server.answer(later(
                    metric.startsWith("Similarity")
                            ? "exemplar_similarity"
                            : metric.startsWith("Edit") ? "edit_distance" : "reference_perplexity"));

            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(browser.text(".card .title")).isEqualTo(metric));
            assertThat(browser.texts(".figures")).allMatch(text -> text.contains("12\u202f345 at 6 temperatures"));
            assertThat(browser.focused().getText()).isEqualTo(metric);
            assertThat(browser.script("return document.querySelector('.card .detail').hidden"))
                    .isEqualTo(false);
            assertThat(browser.all(".detail canvas")).hasSize(1);
            assertThat(scrolled).isEqualTo(300L);
            assertThat((Long) browser.script("return Math.round(scrollY)")).isPositive();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void whenTheAggregatorFailsOldFiguresStayAndAreCalledStaleUntilItAnswersAgain(Browser browser) {
        try (PageServer server = PageServer.answering(Samples.all().toString())) {
            browser.open(server.address());
            await().atMost(PATIENCE).until(() -> browser.all(".card").size() == 3);
            server.refuse(500);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(browser.text("#banner"))
                            .contains("answered 500")
                            .contains("These figures are from"));
            assertThat(browser.text("#system")).contains("stale");
            assertThat(browser.all(".card")).hasSize(3);

            server.answer(later("edit_distance"));

            await().atMost(RETRIES)
                    .untilAsserted(() -> assertThat(browser.text("#system")).contains("live"));
            assertThat(browser.texts("#banner")).isEmpty();
            assertThat(browser.texts(".figures")).allMatch(text -> text.contains("12\u202f345"));
        }
    }

    @Test
    void liveSourcesThatSayNothingForMinutesAreNotCalledLive(Browser browser) {
        List<ObjectNode> old = Samples.overEverything();
        old.forEach(each -> each.put("asOf", "2026-01-01T00:00:00Z"));
        try (PageServer server = PageServer.answering(Samples.json(old))) {
            browser.open(server.address());
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(browser.text("#system")).contains("nothing new"));
        }
    }
}
