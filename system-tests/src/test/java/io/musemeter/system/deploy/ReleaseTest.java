package io.musemeter.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.musemeter.system.RunningSystem;
import io.musemeter.system.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be known of the release workflow without GitHub. */
class ReleaseTest {
    private static List<JsonNode> steps;

    @TempDir
    Path folder;

    @BeforeAll
    static void readTheWorkflow() throws IOException {
        Path file = RunningSystem.ROOT.resolve(".github/workflows/release.yml");
        steps = Overlay.documents(Files.readString(file))
                .get(0)
                .at("/jobs/release/steps")
                .findParents("name");
    }

    @Test
    void actionsArePinnedToACommit() throws IOException {
        String workflow = Files.readString(RunningSystem.ROOT.resolve(".github/workflows/release.yml"));

        assertThat(workflow.lines().filter(line -> line.contains("uses:")))
                .isNotEmpty()
                .allMatch(line -> line.matches(".*uses: [^@]+@[0-9a-f]{40} # v[0-9.]+"));
    }

    /** Nothing is pushed that was not started, and all that is built bears the version of the tag. */
    @Test
    void theVersionComesFirstAndThePushLast() {
        int version = step("versions-maven-plugin:");
        int built = step("package -P images -DskipTests");
        int tested = step(".ci/run");
        int seen = step("ComposeRunIT.xml");
        int pushed = step("container-image.push=true");

        assertThat(List.of(version, built, tested, seen, pushed)).isSorted().doesNotHaveDuplicates();
        assertThat(steps.get(built).path("run").asText()).doesNotContain("push=true", "container-image.tag");
    }

    @Test
    void theGroupIsInLowerCase() throws Exception {
        Path environment = Files.createFile(folder.resolve("environment"));
        ProcessBuilder shell = new ProcessBuilder(
                        "bash",
                        "-e",
                        "-c",
                        steps.get(step("GROUP=")).path("run").asText())
                .inheritIO();
        shell.environment()
                .putAll(Map.of(
                        "GITHUB_ENV", environment.toString(), "GITHUB_REF_NAME", "v1.2.3-rc.1", "OWNER", "SomeBody"));

        assertThat(shell.start().waitFor()).isZero();
        assertThat(environment).hasContent("VERSION=1.2.3-rc.1\nGROUP=somebody");
    }

    /** A release has another version than the work before it, so whatever is started by name has none in it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "musemeter",
                "launcher/src/main/java/io/musemeter/launcher/process/Program.java",
                "launcher/src/main/java/io/musemeter/launcher/Musemeter.java"
            })
    void noProgramIsFoundByItsVersion(String file) throws IOException {
        assertThat(Files.readString(RunningSystem.ROOT.resolve(file))).doesNotContain("SNAPSHOT", "0.1.0");
    }

    /** Ubuntu 24.04 knows no package chromium; apt then installs nothing at all, had it not been left out. */
    @Test
    void aPackageThatTheSystemDoesNotHaveIsLeftOut() throws Exception {
        program("dpkg-query", "exit 1");
        program("apt-cache", "case \"$2\" in chromium*) ;; *) echo \"$2:\"; echo '  Candidate: 1.0' ;; esac");
        program("apt-get", "case \" $* \" in *' install '*) echo \"installs $*\" ;; esac");
        program("sudo", "while [[ $1 == *=* ]]; do shift; done; exec \"$@\"");
        program("mvn", "echo \"builds $*\"");
        program("javac", "");

        Tools.Answer answer = Tools.run(
                RunningSystem.ROOT,
                List.of("env", "PATH=" + folder + ":" + System.getenv("PATH"), "bash", "./.ci/run"));

        assertThat(answer.status()).as(answer.output()).isZero();
        assertThat(answer.output())
                .contains("no package chromium;", "no package chromium-driver;", "builds -B -ntp verify");
        assertThat(answer.output().lines().filter(line -> line.startsWith("installs")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("prometheus").doesNotContain("chromium"));
    }

    private static int step(String command) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).path("run").asText().contains(command)) {
                return i;
            }
        }
        throw new AssertionError("no step runs " + command);
    }

    private void program(String name, String script) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/bash\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
