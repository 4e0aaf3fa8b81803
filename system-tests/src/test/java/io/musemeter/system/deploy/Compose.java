package io.musemeter.system.deploy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.musemeter.system.RunningSystem;
import io.musemeter.system.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The compose file as the programs that read it understand it. */
final class Compose {
    static final Path FOLDER = RunningSystem.ROOT.resolve("deploy/compose");

    private Compose() {}

    /** The programs that read compose files and are installed, as they are called. */
    static List<List<String>> programs() throws IOException, InterruptedException {
        List<List<String>> found = new ArrayList<>();
        for (List<String> program : List.of(List.of("docker", "compose"), List.of("docker-compose"))) {
            if (Tools.installed(program.get(0))
                    && Tools.run(FOLDER, with(program, "version")).status() == 0) {
                found.add(program);
            }
        }
        return found;
    }

    /** A copy with the example's secrets in place, as a reader of the instructions makes it. */
    static Path ready(Path copy) throws IOException {
        Path compose = copy.resolve("deploy/compose");
        for (Path folder : List.of(FOLDER, RunningSystem.ROOT.resolve("grafana"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path target =
                            copy.resolve(RunningSystem.ROOT.relativize(file).toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        Files.move(compose.resolve("secrets.example"), compose.resolve("secrets"));
        return compose;
    }

    /** The services by name, all profiles included; skips the test where no program reads the file. */
    static Map<String, JsonNode> services(Path copy) throws IOException, InterruptedException {
        Optional<List<String>> program = programs().stream().findFirst();
        assumeTrue(program.isPresent(), "neither docker compose nor docker-compose is installed");
        Tools.Answer answer = Tools.run(ready(copy), with(program.orElseThrow(), "--profile", "ollama", "config"));
        if (answer.status() != 0) {
            throw new IllegalStateException(answer.output());
        }
        Map<String, JsonNode> services = new TreeMap<>();
        Overlay.documents(answer.output())
                .get(0)
                .path("services")
                .properties()
                .forEach(service -> services.put(service.getKey(), service.getValue()));
        return services;
    }

    static List<String> with(List<String> program, String... arguments) {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(arguments));
        return command;
    }
}
