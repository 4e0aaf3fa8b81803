package io.musemeter.system.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.system.RunningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** docs/configuration.md says what the interfaces say; {@code -Dmusemeter.docs.write=true} writes it anew. */
class ConfigurationPageTest {
    private static final Path PAGE = RunningSystem.ROOT.resolve("docs/configuration.md");
    private static final Map<String, String> SECTIONS = Map.of(
            "## Generator", "generator-service",
            "## Scorer", "scorer-service",
            "## Aggregator", "aggregator-service");

    @Test
    void everyKeyStandsInThePageAsItsInterfaceDeclaresIt() throws IOException {
        List<String> page = Files.readAllLines(PAGE);
        List<String> expected = rendered(page);
        if (Boolean.getBoolean("musemeter.docs.write")) {
            Files.write(PAGE, expected);
        }

        assertThat(page).isEqualTo(expected);
    }

    @Test
    void everySectionHasItsTable() throws IOException {
        assertThat(Files.readAllLines(PAGE)).containsAll(SECTIONS.keySet());
        for (String module : SECTIONS.values()) {
            assertThat(ConfigurationPage.rows(RunningSystem.ROOT.resolve(module)))
                    .hasSizeGreaterThan(10);
        }
    }

    /** The page with the rows of its tables made anew. */
    private static List<String> rendered(List<String> page) throws IOException {
        List<String> rendered = new ArrayList<>();
        String section = "";
        for (String line : page) {
            if (line.startsWith("## ")) {
                section = line;
            }
            if (line.startsWith("| `musemeter.")) {
                continue;
            }
            rendered.add(line);
            if (line.equals("|---|---|---|") && SECTIONS.containsKey(section)) {
                rendered.addAll(ConfigurationPage.rows(RunningSystem.ROOT.resolve(SECTIONS.get(section))));
            }
        }
        return rendered;
    }
}
