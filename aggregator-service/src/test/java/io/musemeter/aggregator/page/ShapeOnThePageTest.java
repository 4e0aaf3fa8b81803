package io.musemeter.aggregator.page;

import static io.musemeter.aggregator.page.Browser.PATIENCE;
import static io.musemeter.aggregator.page.Samples.put;
import static io.musemeter.aggregator.page.Samples.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrowserExtension.class)
class ShapeOnThePageTest {
    private static ObjectNode bent() {
        return shaped(0.0004);
    }

    private static ObjectNode shaped(double p) {
        return series("edit_distance", s -> {
            ObjectNode shape = s.putObject("shape");
            shape.putObject("lackOfFit")
                    .put("f", 8.1)
                    .put("freedom", 4)
                    .put("denominatorFreedom", 60)
                    .put("p", p);
            shape.putNull("saturation");
            ObjectNode turn = shape.putObject("turn").put("breakpoint", 1.2).put("sure", true);
            put(turn, "before", 0.08, 0.05, 0.11);
            put(turn, "after", -0.06, -0.1, -0.02);
            ArrayNode without = shape.putArray("leaveOneOut");
            for (double temperature : new double[] {0.334, 1, 2}) {
                without.addObject().put("temperature", temperature).put("decisive", temperature == 2);
            }
            shape.putObject("rhoBound").put("low", 0.41).put("high", 0.47).put("k", 0.999);
            ((ObjectNode) s.get("noAnswer")).put("saturation", "a line does as well");
        });
    }

    @Test
    void theCurveIsSaidToBendLevelOffOrHangOnOneTemperature(Browser browser) {
        try (PageServer server = PageServer.answering(Samples.json(List.of(bent())))) {
            browser.open(server.address());
            await().atMost(PATIENCE).until(() -> browser.all(".card").size() == 1);
            browser.one(".card .title").click();
            await().atMost(PATIENCE)
                    .until(() -> browser.texts(".detail caption").contains("Shape of the curve"));
            assertThat(browser.text(".detail"))
                    .contains("will not do")
                    .contains("a line does as well")
                    .contains("at T\u00a0=\u00a01.20")
                    .contains("rises before (+0.050 to +0.110), falls after (\u22120.100 to \u22120.020)")
                    .contains("T 2")
                    .contains("+0.41 to +0.47");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void aBendThatIsNotShownDoesNotProveALine(Browser browser) {
        try (PageServer server = PageServer.answering(Samples.json(List.of(shaped(0.3))))) {
            browser.open(server.address());
            await().atMost(PATIENCE).until(() -> browser.all(".card").size() == 1);
            browser.one(".card .title").click();
            await().atMost(PATIENCE)
                    .until(() -> browser.texts(".detail caption").contains("Shape of the curve"));
            assertThat(browser.text(".detail")).contains("no bend shown").doesNotContain("will do");
        }
    }
}
