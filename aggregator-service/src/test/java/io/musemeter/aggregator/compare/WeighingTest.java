package io.musemeter.aggregator.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.musemeter.events.EventJson;
import io.musemeter.events.InvalidEventException;
import io.musemeter.events.Temperature;
import io.musemeter.events.correlation.Cell;
import io.musemeter.events.correlation.Correlation;
import io.musemeter.events.correlation.Cost;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeighingTest {
    private static final Correlation NOVELTY = Made.series("edit_distance", "m", "p", t -> 0.2 + 0.3 * t, 0.1);
    private static final Correlation COHERENCE = Made.series("sentence_coherence_1", "m", "p", t -> 0.8 - 0.2 * t, 0.1);

    private static Weighing weighing(String... pairs) {
        Map<String, List<String>> parameters = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            parameters.put(pairs[i], List.of(pairs[i + 1]));
        }
        return Weighing.of(parameters);
    }

    @Test
    void whenEachGainCostsSomethingEveryTemperatureIsOnTheFront() {
        List<TradeOff> groups = weighing().of(List.of(NOVELTY, COHERENCE));

        assertThat(groups).hasSize(1);
        TradeOff group = groups.get(0);
        assertThat(group.points())
                .extracting(p -> p.temperature().toString())
                .containsExactly("0.4", "0.8", "1.2", "1.6");
        assertThat(group.points()).allSatisfy(point -> {
            assertThat(point.onFront()).isTrue();
            assertThat(point.surelyBeaten()).isFalse();
            assertThat(point.novelty().low()).isLessThan(point.novelty().mean());
            assertThat(point.coherence().n()).isEqualTo(10);
        });
        assertThat(group.yield()).isNull();
        assertThat(group.noAnswer()).containsKeys("yield", "best");
    }

    @Test
    void peopleWhoAgreeMakeNoIntervalOfAPointNarrower() {
        TradeOff.Figure one = noveltyOf(1);
        TradeOff.Figure three = noveltyOf(3);

        assertThat(three.n()).isEqualTo(3 * one.n());
        // The variance of thirty equal threes has other degrees of freedom: 27/29 instead of 9/9 of the sum.
        assertThat(three.high() - three.low()).isCloseTo((one.high() - one.low()) * Math.sqrt(27.0 / 29), within(1e-9));
    }

    private static TradeOff.Figure noveltyOf(int raters) {
        return weighing()
                .of(List.of(CurveTest.rated("edit_distance", raters), CurveTest.rated("sentence_coherence_1", raters)))
                .get(0)
                .points()
                .get(0)
                .novelty();
    }

    @Test
    void aTemperatureThatGivesLessOfBothIsNotOnTheFront() {
        Correlation turning = Made.series("edit_distance", "m", "p", t -> 0.8 - (t - 0.8) * (t - 0.8), 0.02);

        TradeOff group = weighing().of(List.of(turning, COHERENCE)).get(0);

        assertThat(group.points()).extracting(TradeOff.Point::onFront).containsExactly(true, true, false, false);
        // 1.2 gives as much of novelty as 0.4, but surely less than 0.8; so does 1.6.
        assertThat(group.points()).extracting(TradeOff.Point::surelyBeaten).containsExactly(false, false, true, true);
    }

    @Test
    void whatIsBeatenByTheMeansAloneIsNotSurelyBeaten() {
        Correlation flat = Made.series("edit_distance", "m", "p", t -> 0.5, 0.4);
        Correlation alike = Made.series("sentence_coherence_1", "m", "p", t -> 0.5, 0.4);

        TradeOff group = weighing().of(List.of(flat, alike)).get(0);

        assertThat(group.points()).extracting(TradeOff.Point::onFront).contains(false);
        assertThat(group.points()).extracting(TradeOff.Point::surelyBeaten).containsOnly(false);
    }

    @Test
    void aFewCopiedTextsAreNotTestedAndThatIsSaid() {
        Correlation copied = Made.series("edit_distance", "m", "p", t -> t / 2, 0);

        TradeOff group = weighing().of(List.of(copied, COHERENCE)).get(0);

        assertThat(group.points()).extracting(TradeOff.Point::onFront).doesNotContainNull();
        assertThat(group.points()).extracting(TradeOff.Point::surelyBeaten).containsOnlyNulls();
        assertThat(group.noAnswer().get("surelyBeaten")).startsWith("fewer than two temperatures");
    }

    @Test
    void perplexityStandsForCoherenceTheOtherWayRound() {
        Correlation perplexity = Made.series("reference_perplexity", "m", "p", t -> Math.exp(1 + t), 0.1);

        TradeOff group = weighing().of(List.of(NOVELTY, perplexity)).get(0);

        assertThat(group.coherence().lessIsBetter()).isTrue();
        assertThat(group.coherence().logarithmic()).isTrue();
        assertThat(group.points()).extracting(TradeOff.Point::onFront).containsOnly(true);
        assertThat(group.points()).extracting(TradeOff.Point::surelyBeaten).containsOnly(false);
    }

    @Test
    void noveltyIsNotGivenWithoutItsCoherence() {
        TradeOff alone = weighing().of(List.of(NOVELTY)).get(0);

        assertThat(alone.points()).isEmpty();
        assertThat(alone.noAnswer().get("coherence")).startsWith("no score of judged_coherence");
    }

    @Test
    void yieldIsAShareWithWilsonsInterval() {
        Correlation creative = Made.series("creative_yield", "m", "p", t -> t > 1 ? 1 : 0, 0, 0.8, 1.2);

        TradeOff group = weighing().of(List.of(creative)).get(0);

        // statsmodels.stats.proportion.proportion_confint(10, 10, method="wilson") = (0.7224672, 1)
        TradeOff.Share share = group.points().get(1).yield();
        assertThat(share.share()).isEqualTo(1);
        assertThat(share.low()).isCloseTo(0.7224672001, within(1e-7));
        assertThat(share.high()).isEqualTo(1);
        assertThat(group.points().get(0).novelty()).isNull();
        assertThat(group.noAnswer()).containsKey("best");
    }

    @Test
    void aStoryThatFailedIsNotCreative() {
        Correlation creative = Made.series("creative_yield", "m", "p", t -> t > 1 ? 1 : 0, 0, 0.8, 1.2);
        List<Cell> cells = creative.cells().stream()
                .map(cell -> cell.mean() > 0.5 ? with(cell, "unscorable", 4, "failed", 6) : cell)
                .toList();

        TradeOff.Share share = weighing()
                .of(List.of(with(creative, cells)))
                .get(0)
                .points()
                .get(1)
                .yield();

        // statsmodels.stats.proportion.proportion_confint(10, 20, method="wilson") = (0.2992980, 0.7007020)
        assertThat(share.n()).isEqualTo(10);
        assertThat(share.asked()).isEqualTo(20);
        assertThat(share.unscorable()).isEqualTo(4);
        assertThat(share.failed()).isEqualTo(6);
        assertThat(share.share()).isEqualTo(1);
        assertThat(share.ofAsked()).isEqualTo(0.5);
        assertThat(share.ofAskedLow()).isCloseTo(0.2992980082, within(1e-7));
        assertThat(share.ofAskedHigh()).isCloseTo(0.7007019918, within(1e-7));
    }

    @Test
    void aTemperatureAtWhichEveryStoryFailedIsNotPassedOver() {
        Correlation creative = Made.series("creative_yield", "m", "p", t -> 1, 0, 0.8);
        Cell hot = EventJson.read(EventJson.write(Cell.awaited(Temperature.of(2), 0)), Cell.class);

        TradeOff group = weighing()
                .of(List.of(with(creative, List.of(creative.cells().get(0), with(hot, "failed", 9, "unscorable", 0)))))
                .get(0);

        TradeOff.Share share = group.points().get(1).yield();
        assertThat(share.share()).isNull();
        assertThat(share.asked()).isEqualTo(9);
        assertThat(share.ofAsked()).isZero();
        assertThat(share.ofAskedHigh()).isPositive();
    }

    private static Cell with(Cell cell, String name, long value, String other, long second) {
        ObjectNode json = EventJson.mapper().valueToTree(cell);
        json.put(name, value).put(other, second);
        return EventJson.read(EventJson.write(json), Cell.class);
    }

    @Test
    void yieldPerThousandTokensIsARatioWithItsOwnInterval() {
        Correlation creative = Made.series("creative_yield", "m", "p", t -> t > 1 ? 1 : 0, 0, 0.8, 1.2);
        List<Cell> cells = creative.cells().stream()
                .map(cell -> costing(cell, cell.mean() > 0.5 ? new Cost(10, 2_000, 420_000, 2_000) : null))
                .toList();

        List<TradeOff.Point> points =
                weighing().of(List.of(with(creative, cells))).get(0).points();

        // Ten creative stories of 200 tokens on average: 5 a 1,000; the error of a ratio of means, by hand:
        // sqrt((10 - 2 * .005 * 2000 + .005 ^ 2 * 420000) * 10 / 9) / 2000 = .00037268
        assertThat(points.get(1).yield().per1000Tokens()).isCloseTo(5, within(1e-9));
        assertThat(points.get(1).yield().per1000Low()).isCloseTo(5 - 1.959964 * 0.372678, within(1e-4));
        assertThat(points.get(1).yield().per1000High()).isCloseTo(5 + 1.959964 * 0.372678, within(1e-4));
        assertThat(points.get(0).yield().per1000Tokens()).isNull();
    }

    private static Cell costing(Cell cell, Cost cost) {
        ObjectNode json = EventJson.mapper().valueToTree(cell);
        json.set("cost", EventJson.mapper().valueToTree(cost));
        return EventJson.read(EventJson.write(json), Cell.class);
    }

    private static Correlation with(Correlation series, List<Cell> cells) {
        ObjectNode json = EventJson.mapper().valueToTree(series);
        json.set("cells", EventJson.mapper().valueToTree(cells));
        return EventJson.read(EventJson.write(json), Correlation.class);
    }

    @Test
    void temperaturesThatCannotBeToldApartAreNamed() {
        Correlation flat = Made.series("edit_distance", "m", "p", t -> t < 0.5 ? 0.2 : 0.6, 0.3);

        TradeOff.Best best =
                weighing("goal", "edit_distance").of(List.of(flat)).get(0).best();

        assertThat(best.candidates()).containsExactly(0.8, 1.2, 1.6);
        assertThat(best.options()).hasSize(4).allSatisfy(option -> {
            assertThat(option.low()).isNotPositive();
            assertThat(option.high()).isNotNegative();
            assertThat(option.candidate()).isEqualTo(option.high() > 0);
            assertThat(option.n()).isEqualTo(10);
        });
        assertThat(best.sentence()).startsWith("cannot tell 0.8, 1.2 and 1.6 apart by their mean of edit_distance");
    }

    @Test
    void aClearBestIsNamedInTheDirectionAskedFor() {
        TradeOff.Best most =
                weighing("goal", "edit_distance").of(List.of(NOVELTY)).get(0).best();
        TradeOff.Best least = weighing("goal", "edit_distance", "better", "lower")
                .of(List.of(NOVELTY))
                .get(0)
                .best();

        assertThat(most.candidates()).containsExactly(1.6);
        assertThat(most.sentence()).isEqualTo("T = 1.6 has the greatest mean of edit_distance (95 % simultaneous)");
        assertThat(least.best()).isEqualTo(0.4);
        // A lowest mean is not negated where it is shown.
        assertThat(least.options().get(0).mean()).isCloseTo(0.32, within(0.05));
        assertThat(least.sentence()).startsWith("T = 0.4 has the least mean");
    }

    @ParameterizedTest
    @CsvSource({
        "novelty,exemplar_similarity",
        "coherence,nonsense",
        "goal,nonsense",
        "better,bigger",
        "colour,red",
        "window,2h"
    })
    void aParameterThatMakesNoSenseIsNamed(String name, String value) {
        assertThatThrownBy(() -> weighing(name, value))
                .isInstanceOf(InvalidEventException.class)
                .hasMessageStartingWith(name);
    }
}
