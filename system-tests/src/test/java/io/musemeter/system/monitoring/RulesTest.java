package io.musemeter.system.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.musemeter.system.RunningSystem;
import io.musemeter.system.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules for Prometheus are sound, each alert fires and resolves, and each has a page that says what to do. */
class RulesTest {
    private static final List<String> TESTS = List.of(
            "tests/musemeter-alerts-test.yaml", "tests/musemeter-changes-test.yaml", "tests/musemeter-days-test.yaml");

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
        List<String> command = new ArrayList<>(List.of("promtool", "test", "rules"));
        command.addAll(TESTS);
        Tools.Answer tested = Tools.run(RULES, command);

        assertThat(tested.status()).as(tested.output()).isZero();
    }

    @Test
    void alertmanagerUnderstandsItsConfiguration() throws Exception {
        assumeTrue(Tools.installed("amtool"), "amtool (Debian: prometheus-alertmanager) is not installed");
        Tools.Answer checked = Tools.run(
                RunningSystem.ROOT.resolve("deploy/compose/alertmanager"),
                List.of("amtool", "check-config", "alertmanager.yml"));

        assertThat(checked.status()).as(checked.output()).isZero();
    }

    @Test
    void eachAlertIsShownFiringAndResolvedAndHasARunbook() throws Exception {
        List<JsonNode> alerts = alerts();

        assertThat(alerts).hasSizeGreaterThan(12).allSatisfy(alert -> {
            String name = alert.path("alert").asText();
            assertThat(expectations(name)).as(name).contains(true, false);
            assertThat(alert.path("for").asText()).as(name).isNotBlank();
            assertThat(alert.at("/labels/severity").asText()).as(name).isIn("critical", "warning", "info");
            assertThat(alert.at("/annotations/summary").asText()).as(name).isNotBlank();
            assertThat(alert.at("/annotations/description").asText()).as(name).hasSizeGreaterThan(40);
            assertThat(alert.at("/annotations/runbook_url").asText()).endsWith("/docs/runbooks/" + name + ".md");
            assertThat(RunningSystem.ROOT.resolve("docs/runbooks/" + name + ".md"))
                    .isNotEmptyFile();
        });
    }

    private static List<JsonNode> alerts() throws IOException {
        List<JsonNode> alerts = new ArrayList<>();
        new YAMLMapper()
                .readTree(RULES.resolve("musemeter-alerts.yaml").toFile())
                .path("groups")
                .forEach(group -> group.path("rules").forEach(alerts::add));
        return alerts;
    }

    /** Whether an alert is expected at the moments that the tests look at it. */
    private static List<Boolean> expectations(String alert) {
        List<Boolean> expected = new ArrayList<>();
        for (String file : TESTS) {
            JsonNode tests;
            try {
                tests = new YAMLMapper().readTree(RULES.resolve(file).toFile()).path("tests");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            for (JsonNode test : tests) {
                for (JsonNode look : test.path("alert_rule_test")) {
                    if (look.path("alertname").asText().equals(alert)) {
                        expected.add(!look.path("exp_alerts").isEmpty());
                    }
                }
            }
        }
        return expected;
    }
}
