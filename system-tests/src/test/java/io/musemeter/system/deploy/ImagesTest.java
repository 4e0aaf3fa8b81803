package io.musemeter.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.musemeter.system.RunningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The images that the profile {@code images} builds are those that the manifests start and the release publishes. */
class ImagesTest {
    private static final List<String> SERVICES = List.of("generator-service", "scorer-service", "aggregator-service");
    private static final Map<String, String> PROFILE = new TreeMap<>();

    @BeforeAll
    static void readTheProfile() throws Exception {
        NodeList profiles = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(RunningSystem.ROOT.resolve("pom.xml").toFile())
                .getElementsByTagName("profile");
        for (int i = 0; i < profiles.getLength(); i++) {
            Element profile = (Element) profiles.item(i);
            if (text(profile, "id").equals("images")) {
                NodeList properties =
                        profile.getElementsByTagName("properties").item(0).getChildNodes();
                for (int j = 0; j < properties.getLength(); j++) {
                    Node property = properties.item(j);
                    PROFILE.put(
                            property.getNodeName(), property.getTextContent().strip());
                }
            }
        }
    }

    @Test
    void theBaseIsPinnedAndTheProgramIsNotRoot() {
        assertThat(PROFILE.get("quarkus.jib.base-jvm-image"))
                .matches("[a-z0-9./-]+:[0-9][0-9.]*(@sha256:[0-9a-f]{64})?");
        assertThat(PROFILE.get("quarkus.jib.user")).matches("[1-9][0-9]*:[1-9][0-9]*");
    }

    @Test
    void theManifestsStartWhatIsBuilt() {
        Overlay overlay = new Overlay("production", List.of("judge"));

        assertThat(overlay.workloads()).isNotEmpty().allSatisfy(workload -> {
            PodSpec pod = ManifestDriftTest.pod(workload);
            Container container = ManifestDriftTest.container(workload);
            assertThat(container.getImage())
                    .isIn(SERVICES.stream().map(ImagesTest::image).toList());
            assertThat(pod.getSecurityContext().getRunAsUser() + ":"
                            + pod.getSecurityContext().getRunAsGroup())
                    .isEqualTo(PROFILE.get("quarkus.jib.user"));
            assertThat(container.getPorts().get(0).getContainerPort()).hasToString(PROFILE.get("quarkus.jib.ports"));
        });
    }

    @Test
    void composeStartsWhatIsBuilt() throws IOException {
        JsonNode compose = Overlay.documents(Files.readString(Compose.FOLDER.resolve("docker-compose.yaml")))
                .get(0);

        assertThat(compose.findValuesAsText("image"))
                .filteredOn(image -> image.startsWith("musemeter/"))
                .isNotEmpty()
                .isSubsetOf(SERVICES.stream().map(ImagesTest::image).toList());
        assertThat(compose.path("x-service").path("user").asText()).isEqualTo(PROFILE.get("quarkus.jib.user"));
    }

    @Test
    void everyServiceJoinsTheProfile() throws IOException {
        for (String service : SERVICES) {
            assertThat(Files.readString(RunningSystem.ROOT.resolve(service).resolve("pom.xml")))
                    .contains("<id>images</id>", "quarkus-container-image-jib");
        }
    }

    @Test
    void theReleasePublishesEveryImageWithItsBillOfMaterials() throws IOException {
        Path file = RunningSystem.ROOT.resolve(".github/workflows/release.yml");
        JsonNode workflow = Overlay.documents(Files.readString(file)).get(0);
        StringBuilder commands = new StringBuilder();
        workflow.at("/jobs/release/steps")
                .forEach(step -> commands.append(step.path("run").asText()).append('\n'));

        assertThat(workflow.path("permissions")).isEmpty();
        assertThat(commands)
                .contains("-P images", "target/jib-image.digest", "target/bom.json", "--type cyclonedx")
                .contains("-pl " + String.join(",", SERVICES))
                .contains("for service in " + String.join(" ", SERVICES));
    }

    private static String image(String module) {
        return PROFILE.get("quarkus.container-image.group") + "/" + module + ":"
                + PROFILE.get("quarkus.container-image.tag");
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagName(name).item(0).getTextContent();
    }
}
