package io.musemeter.aggregator.page;

import static io.musemeter.aggregator.page.Browser.PATIENCE;
import static io.musemeter.aggregator.page.Samples.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrowserExtension.class)
class TimeViewTest {
    private static final Instant NOW = Instant.now();

    private static ObjectNode withSteps(int number) {
        return series("edit_distance", s -> {
            ArrayNode steps = s.putArray("steps");
            for (int hour = number; hour > 0; hour--) {
                ObjectNode step = steps.addObject()
                        .put("from", NOW.minus(Duration.ofHours(hour)).toString())
                        .put("to", NOW.minus(Duration.ofHours(hour - 1)).toString())
                        .put("n", 70);
                if (hour != 2) {
                    step.put("slope", 0.05).put("low", 0.02).put("high", 0.08);
                }
            }
            s.putObject("sequence")
                    .put("estimate", 0.05)
                    .put("low", 0.01)
                    .put("high", 0.09)
                    .put("n", 512)
                    .put("since", NOW.minus(Duration.ofHours(4)).toString())
                    .put("reason", "exemplar")
                    .put("guarantee", "non-asymptotic");
            ArrayNode changes = s.putArray("changes");
            changes.addObject()
                    .put("kind", "exemplar")
                    .put("at", NOW.minus(Duration.ofHours(4)).toString())
                    .put("to", "e");
            changes.addObject()
                    .put("kind", "fingerprint")
                    .put("at", NOW.minus(Duration.ofDays(40)).toString())
                    .put("to", "old");
        });
    }

    private static void openDetail(Browser browser, PageServer server) {
        browser.open(server.address());
        await().atMost(PATIENCE).until(() -> browser.all(".card").size() == 1);
        browser.one(".card .title").click();
        await().atMost(PATIENCE).until(() -> browser.all(".over-time h4").size() == 1);
    }

    @Test
    void everyPaneHasItsIntervalAndEveryChangeOfTheSpanItsMark(Browser browser) {
        try (PageServer server = PageServer.answering(Samples.json(List.of(withSteps(6))))) {
            openDetail(browser, server);
            await().atMost(PATIENCE).until(() -> browser.all(".time circle").size() == 5);
            assertThat(browser.all(".time .error")).hasSize(5);
            assertThat(browser.all(".time .mark")).hasSize(1);
            assertThat(browser.all(".time .anytime")).hasSize(1);
            assertThat(browser.text(".time figcaption"))
                    .contains("pointwise 95\u00a0% intervals")
                    .contains("at any time");
            assertThat(browser.one(".time [role=img]").getAttribute("aria-label"))
                    .contains("5 panes, the last +0.050");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void onePaneIsNoHistory(Browser browser) {
        try (PageServer server = PageServer.answering(Samples.json(List.of(withSteps(1))))) {
            openDetail(browser, server);
            assertThat(browser.texts(".time")).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
