package io.musemeter.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.musemeter.events.topics.TopicCatalogue;
import io.musemeter.events.topics.TopicSpec;
import io.musemeter.system.RunningSystem;
import io.musemeter.system.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files under {@code deploy} say what the code says. */
class DeploymentFilesTest {
    private static final Path DEPLOY = RunningSystem.ROOT.resolve("deploy");

    @TempDir
    Path copy;

    @Test
    void composeCreatesTheTopicsOfTheCatalogue() throws IOException {
        List<String> created = Files.readAllLines(DEPLOY.resolve("compose/kafka/create-topics.sh")).stream()
                .filter(line -> line.startsWith("create "))
                .toList();

        assertThat(created)
                .containsExactlyInAnyOrderElementsOf(TopicCatalogue.all().stream()
                        .map(topic -> "create " + topic.name() + " "
                                + topic.partitions().local() + " " + settings(topic))
                        .toList());
    }

    private static String settings(TopicSpec topic) {
        return topic.kafkaConfig().entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
    }

    @Test
    void theComposeFileIsValid() throws Exception {
        assumeTrue(Tools.installed("docker-compose"), "docker-compose is not installed");
        try (Stream<Path> files = Files.walk(DEPLOY.resolve("compose"))) {
            for (Path file : files.toList()) {
                Path target =
                        copy.resolve(DEPLOY.resolve("compose").relativize(file).toString());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.move(copy.resolve("secrets.example"), copy.resolve("secrets"));

        Tools.Answer checked = Tools.run(copy, List.of("docker-compose", "config", "--quiet"));

        assertThat(checked.status()).as(checked.output()).isZero();
    }
}
