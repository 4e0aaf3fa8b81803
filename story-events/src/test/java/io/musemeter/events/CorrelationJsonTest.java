package io.musemeter.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.musemeter.events.correlation.Assignment;
import io.musemeter.events.correlation.AtOneLength;
import io.musemeter.events.correlation.Cell;
import io.musemeter.events.correlation.Change;
import io.musemeter.events.correlation.Coefficient;
import io.musemeter.events.correlation.Correlation;
import io.musemeter.events.correlation.Cost;
import io.musemeter.events.correlation.Counts;
import io.musemeter.events.correlation.Evidence;
import io.musemeter.events.correlation.Judgement;
import io.musemeter.events.correlation.Missing;
import io.musemeter.events.correlation.OverTime;
import io.musemeter.events.correlation.Scope;
import io.musemeter.events.correlation.Sequence;
import io.musemeter.events.correlation.Shape;
import io.musemeter.events.correlation.Step;
import io.musemeter.events.correlation.Undecided;
import io.musemeter.events.correlation.Window;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CorrelationJsonTest {
    private static final SeriesKey SERIES = new SeriesKey(
            "local",
            new Source.Replay("paper"),
            "musemeter-1m",
            "default",
            "1",
            "0123456789abcdef",
            "edit_distance",
            EvaluatorId.parse("computed/edit_distance/1/none"));
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Correlation CORRELATION = new Correlation(
            SERIES.seriesId(),
            SERIES,
            Window.ALL,
            false,
            false,
            false,
            31,
            6,
            null,
            new Counts(31, 1, 0, 1, 2),
            null,
            new Coefficient(0.5, 0.25, 0.75, 0.001, 0.125, 21.5, 31L),
            null,
            null,
            null,
            null,
            null,
            0.125,
            null,
            null,
            null,
            new Judgement("Related", "it rises"),
            new Undecided(
                    0.25,
                    new Judgement("NonMonotone", "it turns"),
                    null,
                    new Judgement("InsufficientData", "cannot tell")),
            new OverTime(
                    new Sequence(0.5, 0.125, 0.875, 31, NOON, "begin", "non-asymptotic"),
                    new Evidence(4.5, 3, NOON, NOON, 2, null),
                    List.of(new Change(Change.Kind.RESPONSE_MODEL, NOON, null, "another")),
                    new Assignment(
                            NOON,
                            NOON,
                            1,
                            List.of(new Assignment.Arm(Temperature.of(0.334), 5, 0, 1, 10, 20, 0.5, 0.25, 0.125, 4L)),
                            List.of(new Assignment.Arm(Temperature.of(0.334), 5, 0, 0, 10, 20, 0.25, 0.5, 0.125, 4L)))),
            new Scope(
                    "T >= 0.334",
                    List.of(Temperature.of(0.001)),
                    0,
                    null,
                    null,
                    new AtOneLength(new Coefficient(0.25, 0.125, 0.5, 0.0625, 0.125, 20.5, 31L), 0.001, 12),
                    new Missing(
                            new Missing.Trend(0.125, 2, 0.0625, 32L),
                            null,
                            null,
                            null,
                            new Missing.WorstCase(0.25, 0.5, 0.125, 0.75),
                            null,
                            new Missing.Trimming(0.25, 0.5, 0.125, 0.75, 0.125),
                            null),
                    List.of("pearson")),
            new Shape(
                    new Shape.LackOfFit(1.5, 4, 20.5, 0.25),
                    new Shape.Saturation(1.25, 1, 1.5, 0.5, 0.75),
                    new Shape.Turn(
                            1,
                            new Coefficient(0.5, 0.25, 0.75, 0.001, 0.125, 21.5, 31L),
                            new Coefficient(-0.5, -0.75, -0.25, 0.001, 0.125, 21.5, 31L),
                            true),
                    List.of(new Shape.LeftOut(Temperature.of(0.334), null, true)),
                    new Shape.RhoBound(0.25, 0.5, 0.875)),
            List.of(new Cell(
                    Temperature.of(0.334),
                    0.35,
                    5,
                    0.5,
                    null,
                    0.25,
                    null,
                    Map.of("0.5", 0.5),
                    5,
                    0,
                    0,
                    1L,
                    0,
                    5,
                    4L,
                    0.5,
                    new Cost(5, 500, 60000, 100),
                    null)),
            List.of(new Step(NOON, NOON.plusSeconds(15), 9, 0.5, 0.25, 0.75)),
            Map.of("pearson", "there is one temperature only"),
            Instant.parse("2026-01-01T00:00:00Z"));

    @Test
    void aCorrelationSurvivesTheWayThroughJson() {
        byte[] json = EventJson.write(CORRELATION);

        assertThat(EventJson.read(json, Correlation.class)).isEqualTo(CORRELATION);
    }

    @Test
    void componentsAndCountsStandBesideTheFigures() throws Exception {
        JsonNode json = EventJson.mapper().readTree(EventJson.write(CORRELATION));

        assertThat(json.path("metric").asText()).isEqualTo("edit_distance");
        assertThat(json.path("source").asText()).isEqualTo("replay:paper");
        assertThat(json.path("late").asLong()).isEqualTo(2);
        assertThat(json.path("window").asText()).isEqualTo("all");
        assertThat(json.has("accounted")).isFalse();
    }

    @Test
    void aFigureThatTheDataDoNotGiveIsAnExplicitNull() throws Exception {
        JsonNode json = EventJson.mapper().readTree(EventJson.write(CORRELATION));

        assertThat(json.has("pearson")).isTrue();
        assertThat(json.get("pearson").isNull()).isTrue();
        assertThat(json.has("expected")).isTrue();
    }

    @Test
    void whatAnEarlierVersionWroteIsStillRead() throws Exception {
        ObjectNode json = (ObjectNode) EventJson.mapper().readTree(EventJson.write(CORRELATION));
        json.remove(List.of(
                "shape",
                "steps",
                "turnQ",
                "slopeAmongSelected",
                "sequence",
                "evidence",
                "changes",
                "assignment",
                "sampledOut"));
        ((ObjectNode) json.get("cells").get(0))
                .remove(List.of(
                        "sampledOut", "samplingFraction", "meanTemperature", "logMean", "logSd", "cost", "stories"));
        ((ObjectNode) json.get("scope")).remove(List.of("missing", "approximate", "atOneLength"));
        ((ObjectNode) json.get("slope")).remove(List.of("standardError", "degreesOfFreedom", "n"));

        Correlation read = EventJson.read(EventJson.write(json), Correlation.class);

        assertThat(read.steps()).isEmpty();
        assertThat(read.shape()).isNull();
        assertThat(read.overTime()).isEqualTo(OverTime.NONE);
        assertThat(read.counts().sampledOut()).isZero();
        assertThat(read.cells().get(0).samplingFraction()).isNull();
        assertThat(read.scope().approximate()).isEmpty();
        assertThat(read.slope().standardError()).isNull();
        assertThat(read.slope().n()).isNull();
    }

    @Test
    void whatIsKnownOverTimeStandsBesideTheFigures() throws Exception {
        JsonNode json = EventJson.mapper().readTree(EventJson.write(CORRELATION));

        assertThat(json.path("sequence").path("guarantee").asText()).isEqualTo("non-asymptotic");
        assertThat(json.path("evidence").path("logE").asDouble()).isEqualTo(4.5);
        assertThat(json.path("changes").get(0).path("kind").asText()).isEqualTo("responseModel");
        assertThat(json.path("sampledOut").asLong()).isEqualTo(1);
    }
}
