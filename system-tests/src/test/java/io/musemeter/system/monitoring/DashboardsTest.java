package io.musemeter.system.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.musemeter.system.RunningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every dashboard owes its reader: what a figure is, in which unit, how to read it, where to go on. */
class DashboardsTest {
    private static final String RUNBOOKS = "/docs/runbooks/";
    private static final Pattern OF_ONE_METRIC =
            Pattern.compile("musemeter_(metric_(mean|sd|quantile)|temperature_|evidence_)[a-z_]*\\{[^}]*\\$metric\"");
    private static final Pattern NAME = Pattern.compile("musemeter[_:][a-z0-9_:]+");

    static Stream<JsonNode> dashboards() {
        return Dashboards.all().values().stream();
    }

    @Test
    void thereAreFour() {
        assertThat(dashboards().map(each -> each.path("title").asText()))
                .containsExactlyInAnyOrder(
                        "Musemeter / Creativity overview",
                        "Musemeter / Temperature study",
                        "Musemeter / Scorers and scaling",
                        "Musemeter / Pipeline health");
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyFigureHasTitleDescriptionUnitAndQuery(JsonNode dashboard) {
        assertThat(Dashboards.figures(dashboard)).isNotEmpty().allSatisfy(panel -> {
            assertThat(panel.path("title").asText()).isNotBlank();
            assertThat(panel.path("description").asText()).as(name(panel)).hasSizeGreaterThan(20);
            assertThat(panel.at("/fieldConfig/defaults/unit").asText())
                    .as(name(panel))
                    .isNotBlank();
            assertThat(Dashboards.expressions(panel)).as(name(panel)).isNotEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyRowBeginsWithHowToReadIt(JsonNode dashboard) {
        List<JsonNode> panels = Dashboards.panels(dashboard);

        assertThat(Dashboards.isOf(panels.get(0), "row")).isTrue();
        for (int i = 0; i < panels.size(); i++) {
            if (Dashboards.isOf(panels.get(i), "row")) {
                JsonNode next = panels.get(i + 1);
                assertThat(Dashboards.isOf(next, "text"))
                        .as(name(panels.get(i)))
                        .isTrue();
                assertThat(next.at("/options/content").asText()).hasSizeGreaterThan(60);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void panelsHaveIdsOfTheirOwnAndDoNotOverlap(JsonNode dashboard) {
        Set<Integer> ids = new HashSet<>();
        Set<String> taken = new HashSet<>();
        for (JsonNode panel : Dashboards.panels(dashboard)) {
            assertThat(ids.add(panel.path("id").asInt())).as(name(panel)).isTrue();
            JsonNode place = panel.path("gridPos");
            assertThat(place.path("x").asInt() + place.path("w").asInt()).isLessThanOrEqualTo(24);
            for (int x = 0; x < place.path("w").asInt(); x++) {
                for (int y = 0; y < place.path("h").asInt(); y++) {
                    assertThat(taken.add((place.path("x").asInt() + x) + ","
                                    + (place.path("y").asInt() + y)))
                            .as(name(panel))
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void noNoveltyStandsWithoutCoherenceBesideIt(JsonNode dashboard) {
        List<JsonNode> figures = Dashboards.figures(dashboard);
        Set<Integer> linesOfCoherence = figures.stream()
                .filter(panel -> String.join(" ", Dashboards.expressions(panel)).contains("$coherence"))
                .map(panel -> panel.at("/gridPos/y").asInt())
                .collect(Collectors.toSet());

        assertThat(figures)
                .filteredOn(panel -> OF_ONE_METRIC
                        .matcher(String.join(" ", Dashboards.expressions(panel)))
                        .find())
                .allSatisfy(panel -> assertThat(linesOfCoherence)
                        .as(name(panel))
                        .contains(panel.at("/gridPos/y").asInt()));
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyVariableThatIsUsedIsDeclared(JsonNode dashboard) {
        Set<String> declared = Dashboards.list(dashboard.at("/templating/list")).stream()
                .map(variable -> variable.path("name").asText())
                .collect(Collectors.toSet());

        assertThat(new TreeSet<>(Dashboards.variablesIn(dashboard.toString()))).isSubsetOf(declared);
    }

    @Test
    void seriesAreChosenByTheirComponents() {
        Map<String, JsonNode> all = Dashboards.all();
        for (String file : List.of("creativity-overview.json", "temperature-study.json")) {
            assertThat(Dashboards.list(all.get(file).at("/templating/list")).stream()
                            .map(variable -> variable.path("name").asText()))
                    .contains("environment", "source", "model", "prompt", "window", "metric", "coherence");
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void linksLeadToThePageAndToRunbooksThatExist(JsonNode dashboard) {
        List<String> links = Dashboards.list(dashboard.path("links")).stream()
                .map(link -> link.path("url").asText())
                .toList();
        List<String> runbooks = new ArrayList<>(links);
        Dashboards.figures(dashboard)
                .forEach(panel -> Dashboards.list(panel.path("links"))
                        .forEach(link -> runbooks.add(link.path("url").asText())));
        runbooks.removeIf(url -> !url.contains(RUNBOOKS));

        assertThat(links).contains("${page}");
        // 0: in sight, for its address is another one in every installation.
        assertThat(Dashboards.list(dashboard.at("/templating/list")))
                .filteredOn(variable -> variable.path("name").asText().equals("page"))
                .singleElement()
                .satisfies(variable -> assertThat(variable.path("hide").asInt()).isZero());
        assertThat(runbooks)
                .hasSizeGreaterThan(1)
                .allSatisfy(url -> assertThat(RunningSystem.ROOT.resolve(url.substring(url.indexOf(RUNBOOKS) + 1)))
                        .isNotEmptyFile());
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyFigureThatIsAskedForIsDocumentedOrRecorded(JsonNode dashboard) throws IOException {
        String known = Files.readString(RunningSystem.ROOT.resolve("docs/prometheus-metrics.md"))
                + Files.readString(RunningSystem.ROOT.resolve("grafana/rules/musemeter-recording.yaml"));

        for (JsonNode panel : Dashboards.figures(dashboard)) {
            for (String expression : Dashboards.expressions(panel)) {
                assertThat(NAME.matcher(expression)
                                .results()
                                .map(found -> found.group().replaceAll("_(bucket|sum|count)$", "")))
                        .as(name(panel))
                        .allMatch(known::contains);
            }
        }
    }

    private static String name(JsonNode panel) {
        return panel.path("title").asText();
    }
}
