package io.musemeter.aggregator.page;

import static io.musemeter.aggregator.page.Browser.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

@ExtendWith(BrowserExtension.class)
class AccessibilityTest {

    private static PageServer everyVerdict() {
        return PageServer.answering(Samples.json(Samples.everyVerdict()));
    }

    private static void openWithDetail(Browser browser, PageServer server) {
        browser.open(server.address());
        await().atMost(PATIENCE).until(() -> browser.all(".card").size() == 8);
        browser.one(".card .title").click();
        await().atMost(PATIENCE).until(() -> browser.all(".detail canvas").size() == 1);
    }

    @SuppressWarnings("unchecked")
    private static List<String> audit(Browser browser, String question) {
        return (List<String>) browser.script(script() + "return " + question + "()");
    }

    private static String script() {
        try (InputStream file = AccessibilityTest.class.getResourceAsStream("accessibility.js")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyControlPictureAndTableHasANameAndHeadingsDoNotSkipLevels(Browser browser) {
        try (PageServer server = everyVerdict()) {
            openWithDetail(browser, server);
            assertThat(audit(browser, "unnamed")).isEmpty();
            assertThat(audit(browser, "skippedHeadings")).isEmpty();
            assertThat(audit(browser, "repeatedIds")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void textStandsOutFromItsGroundByFourAndAHalfToOne(String scheme, Browser browser) {
        try (PageServer server = everyVerdict()) {
            openWithDetail(browser, server);
            browser.scheme(scheme);
            assertThat(audit(browser, "faintTexts")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"320", "400", "800", "1920"})
    void nothingSticksOutOfThePageAtAnyWidth(int width, Browser browser) {
        try (PageServer server = everyVerdict()) {
            openWithDetail(browser, server);
            browser.screen(width, 800);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(browser.overhang()).isZero());
        }
    }

    @Test
    void theKeyboardReachesTheEffectsByTheSkipLink(Browser browser) {
        try (PageServer server = PageServer.answering(Samples.all().toString())) {
            browser.open(server.address());
            await().atMost(PATIENCE).until(() -> browser.all(".card").size() == 3);
            browser.one("body").sendKeys(Keys.TAB);
            assertThat(browser.focused().getText()).isEqualTo("Skip to the effects");
            browser.focused().sendKeys(Keys.ENTER);
            browser.focused().sendKeys(Keys.TAB);
            assertThat(browser.focused().getAttribute("class")).isEqualTo("title");
        }
    }
}
