package io.musemeter.system.deploy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.musemeter.system.RunningSystem;
import io.musemeter.system.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What {@code kubectl kustomize} makes of an overlay.
 *
 * @param name the overlay's folder
 * @param components components taken in beside its own
 */
public record Overlay(String name, List<String> components) {
    static final Path KUBERNETES = RunningSystem.ROOT.resolve("deploy/kubernetes");
    /** The components that no overlay takes in by itself. */
    static final List<String> OPTIONAL =
            List.of("judge", "provider-egress", "scores-out", "clients", "prometheus-stack");

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Map<Overlay, List<JsonNode>> RENDERED = new ConcurrentHashMap<>();

    /** Every overlay as it is, and every overlay with the components that none of them takes in by itself. */
    static Stream<Overlay> all() {
        return Stream.of("single-node", "production", "external-kafka")
                .flatMap(name -> Stream.of(new Overlay(name, List.of()), new Overlay(name, OPTIONAL)));
    }

    /** The objects, in the order in which they are applied; skips the test where {@code kubectl} is missing. */
    public List<JsonNode> objects() {
        assumeTrue(Tools.installed("kubectl"), "kubectl is not installed");
        return RENDERED.computeIfAbsent(this, Overlay::render);
    }

    /** The objects of one kind. */
    public Stream<JsonNode> objects(String kind) {
        return objects().stream().filter(object -> object.path("kind").asText().equals(kind));
    }

    /** The Deployments and StatefulSets. */
    Stream<JsonNode> workloads() {
        return objects().stream()
                .filter(object ->
                        object.path("spec").path("template").path("spec").has("containers"));
    }

    static String nameOf(JsonNode object) {
        return object.path("metadata").path("name").asText();
    }

    @Override
    public String toString() {
        return components.isEmpty() ? name : name + " with " + String.join(", ", components);
    }

    private List<JsonNode> render() {
        try {
            Path copy = Files.createTempDirectory("overlay");
            try {
                copyFolder(KUBERNETES, copy.resolve("deploy/kubernetes"));
                copyFolder(RunningSystem.ROOT.resolve("grafana"), copy.resolve("grafana"));
                Path overlay = copy.resolve("deploy/kubernetes/overlays").resolve(name);
                takeIn(overlay.resolve("kustomization.yaml"));
                Tools.Answer answer = Tools.run(copy, List.of("kubectl", "kustomize", overlay.toString()));
                if (answer.status() != 0) {
                    throw new IllegalStateException(this + " does not render:\n" + answer.output());
                }
                return documents(answer.output());
            } finally {
                deleteFolder(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** After its own components, since some change what those bring. */
    private void takeIn(Path kustomization) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(kustomization));
        int last = lines.stream()
                .filter(line -> line.startsWith("  - ../../components/"))
                .mapToInt(lines::lastIndexOf)
                .max()
                .orElseThrow();
        lines.addAll(
                last + 1,
                components.stream()
                        .map(component -> "  - ../../components/" + component)
                        .toList());
        Files.write(kustomization, lines);
    }

    static List<JsonNode> documents(String yaml) throws IOException {
        List<JsonNode> documents = new ArrayList<>();
        try (MappingIterator<JsonNode> each = YAML.readerFor(JsonNode.class).readValues(yaml)) {
            each.forEachRemaining(documents::add);
        }
        return documents;
    }

    private static void copyFolder(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void deleteFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
