package io.musemeter.generator.privacy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.events.Rejected;
import io.musemeter.events.Story;
import io.musemeter.events.topics.Topic;
import io.musemeter.generator.support.KafkaResource;
import io.musemeter.generator.support.TopicView;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** With scores only, text is in the topic that is scored from, for as long as that keeps it, and in no other. */
@QuarkusTest
@TestProfile(ScoresOnlyTest.ScoresOnly.class)
@QuarkusTestResource(KafkaResource.class)
class ScoresOnlyTest {
    private static final String STORY =
            "{\"id\":\"a\",\"model\":\"%s\",\"temperature\":%s,\"text\":\"Once.\",\"promptId\":\"p\"}";

    public static class ScoresOnly implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("musemeter.generator.privacy.scores-only", "true");
        }
    }

    private static void post(String model, String temperature) {
        given().contentType("application/json")
                .body(STORY.formatted(model, temperature))
                .post("/api/stories");
    }

    @Test
    void noStoryOfProductionBecomesAnExemplar() {
        post("cold", "0");

        assertThat(TopicView.values(Topic.STORIES, Story.class))
                .filteredOn(story -> story.model().name().equals("cold"))
                .extracting(Story::exemplarHash)
                .containsExactly((String) null);
        assertThat(TopicView.records(Topic.EXEMPLARS)).isEmpty();
    }

    @Test
    void whatBreaksTheContractIsKeptAsItsHashAlone() {
        post("bad", "7");

        assertThat(TopicView.values(Topic.STORIES_REJECTED, Rejected.class))
                .isNotEmpty()
                .allSatisfy(rejected -> {
                    assertThat(rejected.receivedBase64()).isNull();
                    assertThat(rejected.receivedHash()).isNotBlank();
                });
    }
}
