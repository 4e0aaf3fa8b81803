package io.musemeter.generator.assignment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.musemeter.assigner.TemperatureAssigner;
import io.musemeter.generator.support.KafkaResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
class AssignmentTest {
    private static ValidatableResponse assign(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/api/assignments")
                .then();
    }

    @Test
    void byHttpAUnitIsAssignedWhatTheLibraryAssigns() {
        TemperatureAssigner library = TemperatureAssigner.uniform(List.of(0.4, 0.7, 1.0, 1.3), 1);

        for (String unit : List.of("user-42", "a", "request 7")) {
            JsonPath assigned = assign("{\"unit\":\"" + unit + "\"}")
                    .statusCode(200)
                    .extract()
                    .jsonPath();

            assertThat(assigned.getDouble("temperature"))
                    .isEqualTo(library.assign(unit).temperature());
            assertThat(assigned.getDouble("propensity")).isEqualTo(0.25);
            assertThat(assigned.getString("designId")).isEqualTo(library.designId());
        }
    }

    @Test
    void theBalanceCountsWhatWasAssigned() {
        long before = given().get("/api/assignments").jsonPath().getLong("arms.assigned.sum()");

        assign("{\"unit\":\"counted\"}").statusCode(200);

        assertThat(given().get("/api/assignments").jsonPath().getLong("arms.assigned.sum()"))
                .isEqualTo(before + 1);
    }

    @Test
    void aUnitIsRequired() {
        assign("{\"unit\":{}}").statusCode(400).body("field", equalTo("unit"));
        assign("[]").statusCode(400).body("field", equalTo("$"));
        assign("{}").statusCode(400).body("field", equalTo("unit"));
        assign("{\"unit\":\"" + "x".repeat(513) + "\"}").statusCode(400).body("field", equalTo("unit"));
    }
}
