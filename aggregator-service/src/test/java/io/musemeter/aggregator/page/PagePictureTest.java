package io.musemeter.aggregator.page;

import static io.musemeter.aggregator.page.Browser.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Takes the page's pictures into {@code target}: of the running system at the address in the system property {@code
 * musemeter.page} where that is set, of the sample otherwise.
 */
@ExtendWith(BrowserExtension.class)
class PagePictureTest {
    private static final Path FOLDER = Path.of("target");

    @Test
    void picturesInBothSchemesOnDesktopAndTelephone(Browser browser) throws IOException {
        try (PageServer server = PageServer.answering(Samples.all().toString())) {
            browser.open(
                    Optional.ofNullable(System.getProperty("musemeter.page")).orElse(server.address()));
            await().atMost(PATIENCE).until(() -> !browser.all(".card").isEmpty());
            take(browser, "page.png", "light", 1360, 900);
            take(browser, "page-dark.png", "dark", 1360, 900);
            browser.one(".card .title").click();
            await().atMost(PATIENCE).until(() -> !browser.all(".detail canvas").isEmpty());
            browser.script("document.activeElement.blur()");
            take(browser, "page-detail.png", "light", 1360, 900);
            take(browser, "page-telephone.png", "dark", 400, 860);
        }
    }

    private static void take(Browser browser, String name, String scheme, int width, int height) throws IOException {
        browser.screen(width, height);
        browser.scheme(scheme);
        browser.picture(FOLDER.resolve(name));
        assertThat(Files.size(FOLDER.resolve(name))).isGreaterThan(10_000);
    }
}
