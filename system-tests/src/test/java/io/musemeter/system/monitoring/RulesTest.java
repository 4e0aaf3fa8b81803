package io.musemeter.system.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.musemeter.system.RunningSystem;
import io.musemeter.system.Tools;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules for Prometheus are sound, each alert fires and resolves, and each has a page that says what to do. */
class RulesTest {
    private static final Path RULES = RunningSystem.ROOT.resolve("grafana/rules");

    @BeforeEach
    void promtool() {
        assumeTrue(Tools.installed("promtool"), "promtool (Debian: prometheus) is not installed");
    }

    @Test
    void theRulesAreSound() throws Exception {
        Tools.Answer checked = Tools.run(
                RULES, List.of("promtool", "check", "rules", "musemeter-recording.yaml", "musemeter-alerts.yaml"));

        assertThat(checked.status()).as(checked.output()).isZero();
    }

    @Test
    void eachAlertFiresAndResolves() throws Exception {
        Tools.Answer tested =
                Tools.run(RULES, List.of("promtool", "test", "rules", "tests/musemeter-alerts-test.yaml"));

        assertThat(tested.status()).as(tested.output()).isZero();
    }

    @Test
    void eachAlertHasATestAndARunbook() throws Exception {
        JsonNode alerts = new YAMLMapper()
                .readTree(RULES.resolve("musemeter-alerts.yaml").toFile())
                .path("groups")
                .path(0)
                .path("rules");
        String tests = Files.readString(RULES.resolve("tests/musemeter-alerts-test.yaml"));

        assertThat(alerts).isNotEmpty().allSatisfy(alert -> {
            String name = alert.path("alert").asText();
            assertThat(tests).contains("alertname: " + name);
            assertThat(alert.path("annotations").path("runbook_url").asText())
                    .endsWith("/docs/runbooks/" + name + ".md");
            assertThat(RunningSystem.ROOT.resolve("docs/runbooks/" + name + ".md"))
                    .isNotEmptyFile();
        });
    }
}
