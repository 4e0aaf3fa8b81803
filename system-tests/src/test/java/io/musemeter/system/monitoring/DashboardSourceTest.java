package io.musemeter.system.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.musemeter.system.RunningSystem;
import io.musemeter.system.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboards' source keeps to Grafana's own types and is what the JSON was made from. */
class DashboardSourceTest {
    private static final Path SOURCE = RunningSystem.ROOT.resolve("grafana/source");

    @TempDir
    static Path folder;

    @BeforeAll
    static void packages() throws IOException, InterruptedException {
        assumeTrue(Tools.installed("node"), "node is not installed: the dashboards' types are not checked");
        assumeTrue(Tools.installed("npm"), "npm is not installed: the dashboards' types are not checked");
        copy(SOURCE, folder);
        Tools.Answer fetched = Tools.run(folder, List.of("npm", "ci", "--no-progress", "--prefer-offline"));
        assumeTrue(fetched.status() == 0, "npm's packages cannot be fetched: " + fetched.output());
    }

    @Test
    void theJsonIsWhatItsTypedSourceSays() throws IOException, InterruptedException {
        Tools.Answer compiled = Tools.run(folder, List.of("npx", "tsc"));
        assertThat(compiled.status()).as(compiled.output()).isZero();
        Tools.Answer written = Tools.run(folder, List.of("node", "write.mjs", "made"));
        assertThat(written.status()).as(written.output()).isZero();

        try (Stream<Path> delivered = Files.list(Dashboards.FOLDER);
                Stream<Path> made = Files.list(folder.resolve("made"))) {
            assertThat(made.map(Path::getFileName))
                    .containsExactlyInAnyOrderElementsOf(
                            delivered.map(Path::getFileName).toList());
        }
        try (Stream<Path> made = Files.list(folder.resolve("made"))) {
            assertThat(made)
                    .allSatisfy(file -> assertThat(Dashboards.FOLDER.resolve(file.getFileName()))
                            .as("run: npm ci && npm run build, in grafana/source")
                            .hasSameTextualContentAs(file));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path place = from.relativize(file);
                if (!place.startsWith("node_modules") && !place.startsWith("build")) {
                    Files.createDirectories(to.resolve(place).getParent());
                    Files.copy(file, to.resolve(place));
                }
            }
        }
    }
}
