package io.musemeter.system.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.musemeter.system.RunningSystem;
import io.musemeter.system.Tools;
import io.musemeter.system.monitoring.MetricsTable.Entry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Prometheus and a real Alertmanager beside the running system. */
class MonitoringIT {
    private static final Path RULES = RunningSystem.ROOT.resolve("grafana/rules");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final Pattern NAME = Pattern.compile("musemeter[_:][a-z0-9_:]+");

    /** What has to answer with nothing in this system, and why; everything else must answer with something. */
    private static final Map<String, String> EMPTY = Map.of(
            "musemeter_scores_rejected_total", "no score breaks the contract",
            "musemeter_stories_rejected_total", "stories that break the contract are stopped at the door",
            "musemeter_evidence_since_", "evidence is taken from days that are over",
            "musemeter_series_change_timestamp_seconds", "nothing changes within minutes",
            "musemeter:series_change:timestamp_seconds", "nothing changes within minutes",
            "musemeter_series_swap_info", "no other model takes the model's place",
            "musemeter_scorer_judge_", "no judge is configured",
            "musemeter_generator_provider_budget_used_ratio", "no provider is configured",
            "musemeter:budget_used:ratio", "neither judge nor provider is configured",
            "musemeter:temperature_", "no temperature has the hundred stories that a share needs");

    /** Documented figures that come with something this system does not do. */
    private static final Set<String> NOT_USED = Set.of(
            "musemeter_generator_otlp_records_total",
            "musemeter_generator_assignments_total",
            "musemeter_generator_scores_out_total");

    @TempDir
    static Path folder;

    private static RunningSystem system;
    private static AlertmanagerServer alertmanager;
    private static PrometheusServer prometheus;

    @BeforeAll
    static void aSystemThatIsScraped() throws IOException {
        assumeTrue(Tools.installed("prometheus"), "prometheus is not installed");
        assumeTrue(Tools.installed(AlertmanagerServer.PROGRAM), AlertmanagerServer.PROGRAM + " is not installed");
        alertmanager = AlertmanagerServer.start(folder);
        system = RunningSystem.start(
                folder.resolve("data"),
                // It goes on at a story a second: rates are asked for as well.
                Map.of("MUSEMETER_GENERATOR_SWEEP_FAST_PER_TEMPERATURE", "12"));
        prometheus = PrometheusServer.scraping(system, impatientRules(), alertmanager.port(), folder);
        await().atMost(Duration.ofSeconds(30)).until(prometheus::ready);
        sendAStoryWithATraceAndManyBadOnes();
    }

    @AfterAll
    static void stop() {
        if (prometheus != null) {
            prometheus.close();
        }
        if (system != null) {
            system.close();
        }
        if (alertmanager != null) {
            alertmanager.close();
        }
    }

    /** The project's rules, except that alerts do not wait: the test of the rules has shown that they do. */
    private static Path impatientRules() throws IOException {
        Path rules = Files.createDirectory(folder.resolve("rules"));
        Files.copy(RULES.resolve("musemeter-recording.yaml"), rules.resolve("recording.yaml"));
        String alerts = Files.readString(RULES.resolve("musemeter-alerts.yaml"));
        Files.writeString(rules.resolve("alerts.yaml"), alerts.replaceAll("(?m)^( +for:) .*$", "$1 0s"));
        return rules;
    }

    private static void sendAStoryWithATraceAndManyBadOnes() throws IOException {
        List<String> stories = new ArrayList<>();
        stories.add("""
                {"id":"traced","model":"m","promptId":"p","temperature":0.7,"text":"Once upon a time.",\
                "traceId":"%s","spanId":"b7ad6b7169203331"}""".formatted(TRACE));
        for (int i = 0; i < 20; i++) {
            stories.add("{\"id\":\"bad\",\"model\":\"m\",\"promptId\":\"p\",\"temperature\":99,\"text\":\"Hot.\"}");
        }
        send(HttpRequest.newBuilder(system.generator("/api/stories"))
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", stories)))
                .build());
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofMinutes(4)).pollInterval(Duration.ofSeconds(1));
    }

    @Test
    void everyExpressionOfADashboardOrRecordingAnswersWithSomething() {
        everyOneAnswers(dashboardsAndRecordings());
    }

    @Test
    void everyAlertIsUnderstoodAndAsksForFiguresThatAreThere() throws IOException {
        Map<String, String> figures = new TreeMap<>();
        for (JsonNode rule : rules("musemeter-alerts.yaml")) {
            String expression = rule.path("expr").asText();
            // While all is well an alert answers with nothing; that it is understood is all that can be asked of it.
            prometheus.answers(expression);
            NAME.matcher(expression).results().forEach(found -> figures.put(found.group(), found.group()));
        }

        everyOneAnswers(figures);
    }

    @Test
    void anAlertTravelsThroughAlertmanagerToItsReceiver() {
        patiently()
                .untilAsserted(() -> assertThat(alertmanager.received())
                        .anySatisfy(notification -> assertThat(notification)
                                .contains("\"alertname\":\"MusemeterRejectedGrowing\"")
                                .contains("docs/runbooks/MusemeterRejectedGrowing.md")));
    }

    @Test
    void delaysLeadToTheTraceOfAStory() {
        patiently()
                .untilAsserted(() -> assertThat(prometheus.exemplars("musemeter_score_delay_seconds_bucket"))
                        .contains(TRACE));
    }

    @Test
    void everyServiceExportsWhatItsTableSays() throws IOException {
        for (Map.Entry<String, URI> service : services().entrySet()) {
            Map<String, Entry> documented = MetricsTable.documented(service.getKey());
            patiently().untilAsserted(() -> {
                Map<String, Entry> scraped = MetricsTable.scraped(exposition(service.getValue()));
                assertThat(documented).as(service.getKey()).containsAllEntriesOf(scraped);
                Set<String> missing = new TreeSet<>(documented.keySet());
                missing.removeAll(scraped.keySet());
                missing.removeIf(name -> NOT_USED.contains(name) || reasonToBeEmpty(name));
                assertThat(missing).as(service.getKey()).isEmpty();
            });
        }
    }

    @Test
    void namesUnitsAndHelpAreAsPrometheusWantsThem() throws IOException, InterruptedException {
        for (URI service : services().values()) {
            Path own = Files.writeString(folder.resolve("exposition"), ownLines(exposition(service)));
            Tools.Answer checked =
                    Tools.run(folder, List.of("sh", "-c", "promtool check metrics < " + own.getFileName()));

            assertThat(checked.output()).isEmpty();
            assertThat(checked.status()).isZero();
        }
    }

    private static void everyOneAnswers(Map<String, String> expressions) {
        Map<String, String> unanswered = new TreeMap<>(expressions);
        unanswered.entrySet().removeIf(each -> reasonToBeEmpty(each.getKey()) || reasonToBeEmpty(each.getValue()));
        patiently().untilAsserted(() -> {
            List<String> answered = new ArrayList<>();
            for (Map.Entry<String, String> each : unanswered.entrySet()) {
                if (prometheus.answers(each.getValue()) > 0) {
                    answered.add(each.getKey());
                }
            }
            unanswered.keySet().removeAll(answered);
            assertThat(unanswered).isEmpty();
        });
    }

    private static boolean reasonToBeEmpty(String expression) {
        return EMPTY.keySet().stream().anyMatch(expression::contains);
    }

    private static Map<String, String> dashboardsAndRecordings() {
        Map<String, String> expressions = new TreeMap<>();
        Dashboards.all().forEach((file, dashboard) -> {
            for (JsonNode panel : Dashboards.figures(dashboard)) {
                List<String> asked = Dashboards.expressions(panel);
                for (int i = 0; i < asked.size(); i++) {
                    expressions.put(
                            file + ": " + panel.path("title").asText() + " " + i,
                            Dashboards.ofEverything(asked.get(i)));
                }
            }
        });
        for (JsonNode rule : rules("musemeter-recording.yaml")) {
            expressions.put(rule.path("record").asText(), rule.path("expr").asText());
        }
        assertThat(expressions).hasSizeGreaterThan(60);
        return expressions;
    }

    private static List<JsonNode> rules(String file) {
        try {
            return Dashboards.list(new YAMLMapper()
                            .readTree(RULES.resolve(file).toFile())
                            .path("groups"))
                    .stream()
                    .flatMap(group -> Dashboards.list(group.path("rules")).stream())
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, URI> services() {
        return Map.of(
                "Prometheus metrics of the aggregator", system.page("/q/metrics"),
                "Scorer", system.scorer("/q/metrics"),
                "Generator", system.generator("/q/metrics"));
    }

    private static String exposition(URI metrics) throws IOException {
        return send(
                HttpRequest.newBuilder(metrics).header("Accept", "text/plain").build());
    }

    private static String send(HttpRequest request) throws IOException {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** What Musemeter exports itself, not its libraries. */
    private static String ownLines(String exposition) {
        StringBuilder own = new StringBuilder();
        exposition
                .lines()
                .filter(line -> line.replaceFirst("^# (HELP|TYPE) ", "").startsWith("musemeter_"))
                .forEach(line -> own.append(line).append('\n'));
        return own.toString();
    }
}
