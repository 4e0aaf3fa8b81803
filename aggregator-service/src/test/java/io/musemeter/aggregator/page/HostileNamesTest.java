package io.musemeter.aggregator.page;

import static io.musemeter.aggregator.page.Browser.PATIENCE;
import static io.musemeter.aggregator.page.Samples.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrowserExtension.class)
class HostileNamesTest {
    private static final String MARKUP = "<img src=x onerror=\"document.title='taken'\">";
    private static final String SCRIPT = "\"><script>document.title='taken'</script>";
    private static final String RIGHT_TO_LEFT = "\u202egnp.ledom";

    @Test
    void namesOfAnyKindAreTextAndNothingElse(Browser browser) {
        ObjectNode hostile = series("edit_distance", s -> {
            s.put("model", MARKUP)
                    .put("promptId", SCRIPT)
                    .put("environment", RIGHT_TO_LEFT)
                    .put("metric", "__proto__");
            s.put("seriesId", "'\"><b>&").put("evaluatorId", MARKUP).put("samplerHash", SCRIPT);
            s.putObject("verdict").put("kind", "constructor").put("sentence", MARKUP + SCRIPT);
        });
        try (PageServer server = PageServer.answering(Samples.json(List.of(hostile)))) {
            browser.open(server.address());
            await().atMost(PATIENCE).until(() -> browser.all(".card").size() == 1);
            browser.one(".card .title").click();
            await().atMost(PATIENCE).until(() -> browser.all(".detail canvas").size() == 1);

            assertThat(browser.text(".identity")).contains(MARKUP).contains(SCRIPT);
            assertThat(browser.text(".verdict")).contains(MARKUP + SCRIPT);
            assertThat(browser.all("main img, main script, main b, .filters img"))
                    .isEmpty();
            assertThat(browser.script("return document.title")).isEqualTo("Musemeter");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void aNameWithoutEndDoesNotWidenThePage(Browser browser) {
        ObjectNode endless =
                series("edit_distance", s -> s.put("model", "m".repeat(256)).put("promptId", "p".repeat(256)));
        try (PageServer server = PageServer.answering(Samples.json(List.of(endless)))) {
            browser.open(server.address());
            browser.screen(400, 800);
            await().atMost(PATIENCE).until(() -> browser.all(".card").size() == 1);
            assertThat(browser.overhang()).isZero();
        }
    }

    @Test
    void anAnswerThatIsNoListIsAFailureAndNotACrash(Browser browser) {
        try (PageServer server = PageServer.answering("{\"a\":1}")) {
            browser.open(server.address());
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(browser.text("#empty")).startsWith("No answer"));
            server.answer(Samples.all().toString());
            await().atMost(PATIENCE).until(() -> browser.all(".card").size() == 3);
        }
    }
}
