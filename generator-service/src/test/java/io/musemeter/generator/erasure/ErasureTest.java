package io.musemeter.generator.erasure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.musemeter.events.Exemplar;
import io.musemeter.events.Rejected;
import io.musemeter.events.Story;
import io.musemeter.events.topics.Topic;
import io.musemeter.generator.support.KafkaResource;
import io.musemeter.generator.support.TopicView;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Erasing leaves a tombstone as the last record of its key: compaction keeps no record before it. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
class ErasureTest {
    private static String post(String id, String model, String temperature) {
        return given().contentType("application/json")
                .body("{\"id\":\"%s\",\"model\":\"%s\",\"temperature\":%s,\"promptId\":\"p\",\"text\":\"Once %s.\"}"
                        .formatted(id, model, temperature, model))
                .post("/api/stories")
                .path("storyId");
    }

    private static void assertErased(Topic topic, String key) {
        List<ConsumerRecord<String, byte[]>> records = TopicView.records(topic).stream()
                .filter(record -> record.key().equals(key))
                .toList();
        assertThat(records).hasSizeGreaterThan(1);
        assertThat(records.get(records.size() - 1).value()).isNull();
    }

    private static String exemplarOf(String storyId) {
        return TopicView.values(Topic.STORIES, Story.class).stream()
                .filter(story -> story.storyId().equals(storyId))
                .map(Story::exemplarHash)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("none");
    }

    @Test
    void aStoryByTheIdentityItWasAnsweredWith() {
        String storyId = post("a", "erased", "1");

        given().delete("/api/stories/" + storyId)
                .then()
                .statusCode(200)
                .body("storyId", equalTo(storyId))
                .body("exemplarHash", nullValue());

        assertErased(Topic.STORIES, storyId);
    }

    @Test
    void aStoryByTheIdItsSenderGaveIt() {
        String storyId = post("an id/of:theirs", "erased-by-id", "1");

        given().queryParam("id", "an id/of:theirs")
                .delete("/api/stories")
                .then()
                .statusCode(200)
                .body("storyId", equalTo(storyId));

        assertErased(Topic.STORIES, storyId);
    }

    @Test
    void theExemplarThatAStoryHasBecomeGoesWithItAndTheNextColdStoryTakesItsPlace() {
        String cold = post("cold", "exemplary", "0");
        String hash = exemplarOf(cold);

        given().delete("/api/stories/" + cold).then().body("exemplarHash", equalTo(hash));

        assertErased(Topic.EXEMPLARS, hash);
        assertThat(exemplarOf(post("warm", "exemplary", "1"))).isEqualTo("none");
        assertThat(exemplarOf(post("cold again", "exemplary", "0"))).isNotEqualTo("none");
    }

    @Test
    void anExemplarByItsHash() {
        String hash = given().contentType("application/json")
                .body("{\"text\":\"Given to be erased.\"}")
                .post("/api/exemplars")
                .path("exemplarHash");

        given().delete("/api/exemplars/" + hash).then().statusCode(204);

        assertErased(Topic.EXEMPLARS, hash);
    }

    @Test
    void productionsExemplarByItsHashGivesItsPlaceToTheNextColdStory() {
        String hash = exemplarOf(post("first", "by-hash", "0"));

        given().delete("/api/exemplars/" + hash).then().statusCode(204);

        assertErased(Topic.EXEMPLARS, hash);
        assertThat(exemplarOf(post("warm", "by-hash", "1"))).isEqualTo("none");
    }

    @Test
    void oneTextAloneBecomesTheExemplarOfStoriesThatComeAtTheSameTime() {
        String stories = IntStream.range(0, 30)
                .mapToObj(i ->
                        "{\"id\":\"%d\",\"model\":\"many\",\"temperature\":0,\"promptId\":\"p\",\"text\":\"Many %d.\"}"
                                .formatted(i, i))
                .collect(Collectors.joining(",", "[", "]"));

        given().contentType("application/json").body(stories).post("/api/stories");

        assertThat(TopicView.values(Topic.EXEMPLARS, Exemplar.class))
                .filteredOn(exemplar -> exemplar.text().startsWith("Many "))
                .hasSize(1);
        assertThat(TopicView.values(Topic.STORIES, Story.class))
                .filteredOn(story -> story.model().name().equals("many"))
                .hasSize(30)
                .extracting(Story::exemplarHash)
                .doesNotContainNull();
    }

    @Test
    void aRecordThatBrokeTheContractByItsOrigin() {
        given().contentType("application/json").body("{\"text\":\"Nonsense.\"}").post("/api/stories");
        String key = TopicView.values(Topic.STORIES_REJECTED, Rejected.class).stream()
                .map(rejected -> rejected.origin().key())
                .findFirst()
                .orElseThrow();

        given().delete("/api/rejected/" + key).then().statusCode(204);

        assertErased(Topic.STORIES_REJECTED, key);
    }

    @Test
    void whatIsMissingIsNamed() {
        given().delete("/api/stories")
                .then()
                .statusCode(400)
                .body("field", equalTo("id"))
                .body("problem", notNullValue());
        given().delete("/api/exemplars/nonsense").then().statusCode(400).body("field", equalTo("exemplarHash"));
        given().delete("/api/rejected/nonsense").then().statusCode(400).body("field", equalTo("origin"));
    }
}
