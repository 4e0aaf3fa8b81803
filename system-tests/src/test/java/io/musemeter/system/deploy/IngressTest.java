package io.musemeter.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.musemeter.system.RunningSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever path a service has in the code leads to that service from outside. */
class IngressTest {
    private static final Pattern PATH = Pattern.compile("(?m)^( *)@Path\\(\"([^\"]+)\"\\)");

    @ParameterizedTest
    @ValueSource(strings = {"generator", "aggregator"})
    void everyPathOfTheCodeLeadsToItsService(String service) throws IOException {
        List<JsonNode> routes = StreamSupport.stream(
                        new Overlay("production", List.of())
                                .objects("Ingress")
                                .findFirst()
                                .orElseThrow()
                                .at("/spec/rules/0/http/paths")
                                .spliterator(),
                        false)
                .toList();

        assertThat(paths(service))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(routes.stream()
                                .filter(route -> route.path("pathType").asText().equals("Prefix"))
                                .filter(route -> under(path, route.path("path").asText()))
                                .max(Comparator.comparingInt(
                                        route -> route.path("path").asText().length()))
                                .orElseThrow()
                                .at("/backend/service/name")
                                .asText())
                        .isEqualTo(service));
    }

    /** As Kubernetes has it: by whole elements of the path. */
    private static boolean under(String path, String prefix) {
        return prefix.equals("/") || path.equals(prefix) || path.startsWith(prefix + "/");
    }

    /** The paths of the service's resources, each with those of its methods. */
    private static Set<String> paths(String service) throws IOException {
        Set<String> paths = new TreeSet<>();
        try (Stream<Path> files = Files.walk(RunningSystem.ROOT.resolve(service + "-service/src/main/java"))) {
            files.filter(file -> file.toString().endsWith("Resource.java"))
                    .forEach(file -> paths.addAll(pathsOf(read(file))));
        }
        return paths;
    }

    private static Set<String> pathsOf(String source) {
        List<MatchResult> found = PATH.matcher(source).results().toList();
        Set<String> paths = new TreeSet<>();
        String resource = found.get(0).group(2);
        for (MatchResult each : found.subList(1, found.size())) {
            paths.add(resource + each.group(2));
        }
        if (paths.isEmpty()) {
            paths.add(resource);
        }
        return paths;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
