package io.musemeter.aggregator.page;

import static io.musemeter.aggregator.page.Browser.PATIENCE;
import static io.musemeter.aggregator.page.Samples.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.WebElement;

@ExtendWith(BrowserExtension.class)
class FiltersTest {
    private static final String OTHER = "acme/story-70b & more=1";
    private static final ObjectNode FOREIGN = series(
            "edit_distance", s -> s.put("model", OTHER).put("seriesId", "other").put("source", "production"));

    private static PageServer twoModels() {
        return PageServer.answering(Samples.all().add(FOREIGN).toString());
    }

    private static void choose(Browser browser, String filter, String value) {
        WebElement select = browser.one("#filter-" + filter);
        browser.script(
                "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('change'))", select, value);
    }

    @Test
    void aFilterShowsWhatItNamesAndSurvivesReloadAndBack(Browser browser) {
        try (PageServer server = twoModels()) {
            browser.open(server.address());
            await().atMost(PATIENCE).until(() -> browser.all(".card").size() == 4);
            choose(browser, "model", OTHER);
            assertThat(browser.texts(".identity")).singleElement().asString().contains(OTHER);
            browser.reload();
            await().atMost(PATIENCE).until(() -> browser.all(".card").size() == 1);
            assertThat(browser.one("#filter-model").getAttribute("value")).isEqualTo(OTHER);
            browser.back();
            await().atMost(PATIENCE).until(() -> browser.all(".card").size() == 4);
        }
    }

    @Test
    void everyComponentCanBeChosen(Browser browser) {
        try (PageServer server = twoModels()) {
            browser.open(server.address());
            await().atMost(PATIENCE).until(() -> browser.all(".card").size() == 4);
            choose(browser, "source", "production");
            assertThat(browser.all(".card")).hasSize(1);
            choose(browser, "source", "");
            choose(browser, "family", "semantic");
            assertThat(browser.texts(".card .title")).containsExactly("Similarity to the exemplar");
            choose(browser, "family", "");
            choose(browser, "window", "5m");
            // Another window is asked for first.
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(browser.texts(".card .word")).containsExactly("too few temperatures"));
            choose(browser, "environment", "local");
            choose(browser, "prompt", "default");
            assertThat(browser.address())
                    .contains("window=5m")
                    .contains("environment=local")
                    .contains("prompt=default");
        }
    }

    @Test
    void whereNothingPassesThePageSaysSoAndOffersTheWayBack(Browser browser) {
        try (PageServer server = twoModels()) {
            browser.open(server.address() + "?model=nobody");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(browser.text("#empty")).startsWith("Nothing passes the filters"));
            browser.one("#empty button").click();
            assertThat(browser.all(".card")).hasSize(4);
        }
    }
}
