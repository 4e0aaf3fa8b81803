package io.musemeter.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every object of every overlay is understood, to its last field, by the model of whoever reads it. */
class TypedManifestsTest {
    static Stream<Overlay> overlays() {
        return Overlay.all();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyObjectIsOfItsType(Overlay overlay) {
        List<JsonNode> objects = overlay.objects();

        assertThat(objects).hasSizeGreaterThan(30).allSatisfy(TypedObjects::read);
    }

    /** Proves of each kind that the check would notice: every object in it is given a field too many in turn. */
    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void aMisspeltFieldIsNoticed(JsonNode object) {
        ObjectNode misspelt = object.deepCopy();
        JsonNode inner = misspelt.path("spec").isMissingNode() ? misspelt : misspelt.path("spec");
        ((ObjectNode) inner).put("notAField", 1);

        assertThatThrownBy(() -> TypedObjects.read(misspelt)).hasMessageContaining("notAField");
    }

    static Stream<JsonNode> oneOfEachKind() {
        Map<String, JsonNode> byKind = new LinkedHashMap<>();
        new Overlay("production", Overlay.OPTIONAL)
                .objects()
                .forEach(object -> byKind.putIfAbsent(object.path("kind").asText(), object));
        return byKind.values().stream();
    }

    @ParameterizedTest
    @MethodSource("deepPlaces")
    void aMisspeltFieldIsNoticedDeepInside(String kind, String pointer) {
        ObjectNode misspelt = new Overlay("production", List.of())
                .objects(kind)
                .findFirst()
                .orElseThrow()
                .deepCopy();
        ((ObjectNode) misspelt.at(pointer)).put("notAField", 1);

        assertThatThrownBy(() -> TypedObjects.read(misspelt)).hasMessageContaining("notAField");
    }

    static Stream<Arguments> deepPlaces() {
        return Stream.of(
                        List.of("StatefulSet", "/spec/template/spec/containers/0/readinessProbe/httpGet"),
                        List.of("Deployment", "/spec/template/spec/containers/0/env/0"),
                        List.of("NetworkPolicy", "/spec/podSelector"),
                        List.of("Kafka", "/spec/kafka/listeners/0/authentication"),
                        List.of("KafkaUser", "/spec/authorization/acls/0/resource"),
                        List.of("ScaledObject", "/spec/triggers/0/metadata"),
                        List.of("PodMonitor", "/spec/podMetricsEndpoints/0/authorization"),
                        List.of("PrometheusRule", "/spec/groups/0/rules/0"))
                .map(place -> Arguments.of(place.toArray()));
    }
}
