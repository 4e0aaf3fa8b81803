package io.musemeter.generator.replay;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.musemeter.events.Exemplar;
import io.musemeter.events.Hashes;
import io.musemeter.events.Rejected;
import io.musemeter.events.Story;
import io.musemeter.events.topics.Topic;
import io.musemeter.generator.support.KafkaResource;
import io.musemeter.generator.support.Requests;
import io.musemeter.generator.support.TopicView;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
class ReplayTest {
    private static final String GOOD =
            "{\"id\":\"%s\",\"model\":\"m\",\"prompt\":\"Write a story.\",\"temperature\":%s,"
                    + "\"text\":\"Once.\"}\n";

    private static ValidatableResponse replay(String name, String lines) {
        return Requests.of("application/x-ndjson")
                .body(lines)
                .post("/api/replays/" + name)
                .then()
                .statusCode(200);
    }

    private static List<ConsumerRecord<String, byte[]>> storiesOf(String name) {
        return TopicView.records(Topic.STORIES).stream()
                .filter(record -> record.value() != null)
                .filter(record ->
                        new String(record.value(), StandardCharsets.UTF_8).contains("\"replay:" + name + "\""))
                .toList();
    }

    @Test
    void goodLinesBecomeStoriesOfTheReplay() {
        replay("good", GOOD.formatted("a", "0.5") + "\r\n" + GOOD.formatted("b", "1.0"))
                .body("accepted", equalTo(2))
                .body("rejected", equalTo(0));

        List<Story> stories = TopicView.values(Topic.STORIES, Story.class).stream()
                .filter(story -> story.source().text().equals("replay:good"))
                .toList();
        assertThat(stories)
                .extracting(s -> s.sampler().temperature().toString())
                .containsExactlyInAnyOrder("0.5", "1");
        assertThat(stories).extracting(s -> s.prompt().id()).containsOnly("write-a-story");
    }

    @Test
    void aBadLineIsReportedAndKeptWhileTheRestGoesOn() {
        replay("mixed", GOOD.formatted("a", "0.5") + "{\"id\":\n" + GOOD.formatted("c", "9") + GOOD.formatted("d", "1"))
                .body("accepted", equalTo(2))
                .body("rejected", equalTo(2))
                .body("problems[0].line", equalTo(2))
                .body("problems[0].field", equalTo("$"))
                .body("problems[1].line", equalTo(3))
                .body("problems[1].field", equalTo("temperature"));

        List<Rejected> rejected = TopicView.values(Topic.STORIES_REJECTED, Rejected.class).stream()
                .filter(r -> r.origin().topic().equals("replay:mixed"))
                .toList();
        assertThat(rejected).extracting(r -> r.origin().offset()).containsExactlyInAnyOrder(2L, 3L);
        assertThat(rejected).allSatisfy(r -> assertThat(r.receivedBase64()).isNotEmpty());
    }

    @Test
    void replayingTwiceSendsTheSameBytesUnderTheSameKeys() {
        String lines = IntStream.range(0, 600)
                .mapToObj(i -> GOOD.formatted("id" + i, "1"))
                .collect(Collectors.joining());

        replay("twice", lines);
        replay("twice", lines);

        List<ConsumerRecord<String, byte[]>> records = storiesOf("twice");
        assertThat(records).hasSize(1_200);
        assertThat(records.stream()
                        .map(r -> r.key() + new String(r.value(), StandardCharsets.UTF_8))
                        .distinct())
                .hasSize(600);
    }

    @Test
    void partsOfAFileAreTheFile() {
        String withoutIds = "{\"model\":\"m\",\"temperature\":1,\"text\":\"Once.\"}\n";

        replay("parts", withoutIds.repeat(4));
        replay("parts?firstLine=3", withoutIds.repeat(2));

        assertThat(storiesOf("parts").stream().map(ConsumerRecord::key).distinct())
                .hasSize(4);
    }

    @Test
    void aLineWithoutEndIsCutAndRejected() {
        replay("long", GOOD.formatted("a", "1") + "x".repeat(3_000_000) + "\n" + GOOD.formatted("b", "1"))
                .body("accepted", equalTo(2))
                .body("problems[0].line", equalTo(2))
                .body("problems[0].problem", equalTo("is longer than 524288 bytes"));
    }

    @Test
    void storiesNameTheExemplarThatWasPostedBefore() {
        String hash = given().contentType("application/json")
                .body("{\"text\":\"The exemplar.\"}")
                .post("/api/exemplars")
                .then()
                .statusCode(200)
                .extract()
                .path("exemplarHash");

        replay("compared?exemplar=" + hash, GOOD.formatted("a", "1"));

        assertThat(hash).isEqualTo(Hashes.ofText("The exemplar."));
        assertThat(TopicView.values(Topic.EXEMPLARS, Exemplar.class))
                .anySatisfy(exemplar -> assertThat(exemplar.exemplarHash()).isEqualTo(hash));
        assertThat(TopicView.values(Topic.STORIES, Story.class))
                .anySatisfy(story -> assertThat(story.exemplarHash()).isEqualTo(hash));
    }

    @Test
    void aNameThatIsNoNameIsRefused() {
        Requests.of("application/x-ndjson")
                .body(GOOD.formatted("a", "1"))
                .post("/api/replays/{name}", "a b")
                .then()
                .statusCode(400)
                .body("field", equalTo("source"));
    }

    @Test
    void theServiceIsReadyWhenTheTopicsExist() {
        given().get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void whatWasTakenInIsCounted() {
        replay("counted", GOOD.formatted("a", "1") + "{}\n");

        String metrics = given().get("/q/metrics").asString();

        assertThat(metrics)
                .contains("musemeter_generator_stories_total{outcome=\"written\",source=\"replay\"}")
                .contains("musemeter_generator_rejected_total{field=\"temperature\"}");
    }
}
