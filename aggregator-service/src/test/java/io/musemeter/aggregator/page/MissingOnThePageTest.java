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
class MissingOnThePageTest {
    private static ObjectNode known() {
        return series("edit_distance", s -> {
            ObjectNode scope = (ObjectNode) s.get("scope");
            scope.putArray("approximate").add("pearson");
            ObjectNode missing = scope.putObject("missing");
            missing.putObject("unscored")
                    .put("share", 0.04)
                    .put("z", 3.1)
                    .put("p", 0.002)
                    .put("n", 1234);
            missing.putObject("truncated").put("share", 0.1).put("z", -0.2).put("p", 0.84);
            missing.putObject("worstCase")
                    .put("low", 0.011)
                    .put("high", 0.072)
                    .put("intervalLow", 0.004)
                    .put("intervalHigh", 0.08);
            missing.putNull("trimming");
            missing.putObject("unscorable").put("share", 0.03).put("z", 3.4).put("p", 0.001);
            missing.putObject("failed").put("share", 0.01).put("z", 0.3).put("p", 0.7);
            missing.putObject("worstCaseOfAll")
                    .put("low", 0.02)
                    .put("high", 0.06)
                    .put("intervalLow", 0.01)
                    .put("intervalHigh", 0.07);
            scope.put("truncatedLeftOut", 17);
            ObjectNode length =
                    scope.putObject("atOneLength").put("perWord", 0.0004).put("wordsPerTemperature", 31);
            Samples.put(length, "slope", 0.021, 0.004, 0.038);
            ((ObjectNode) length.get("slope")).put("n", 1199);
            s.putObject("slopeAmongSelected")
                    .put("low", 0.031)
                    .put("high", 0.074)
                    .put("level", 0.985);
            ((ObjectNode) s.get("noAnswer")).put("trimming", "there is one temperature only");
        });
    }

    @Test
    void whatHasNoScoreIsShownWithItsTrendAndWhatItCouldDoToTheSlope(Browser browser) {
        try (PageServer server = PageServer.answering(Samples.json(List.of(known())))) {
            browser.open(server.address());
            await().atMost(PATIENCE).until(() -> browser.all(".card").size() == 1);
            assertThat(browser.text(".figures")).contains("r, approximate");
            browser.one(".card .title").click();
            await().atMost(PATIENCE)
                    .until(() -> browser.texts(".detail caption").contains("What has no score"));
            assertThat(browser.text(".detail"))
                    .contains("4\u00a0% of 1\u202f234, grows with temperature")
                    .contains("10\u00a0%, no trend on temperature shown")
                    .contains("+0.011 to +0.072")
                    .contains("there is one temperature only")
                    .contains("Slope, singled out")
                    .contains("of these unscorable")
                    .contains("Slope, with truncated stories as scored")
                    .contains("stories of one length are compared (+31 words per 1.0 of temperature)")
                    .contains("+0.021")
                    .contains("1\u202f199")
                    .contains("interval at 98.5\u00a0%")
                    .contains("approximate: few stories");
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
