package io.musemeter.aggregator.series;

import static io.musemeter.aggregator.Scores.NOON;
import static io.musemeter.aggregator.Scores.failed;
import static io.musemeter.aggregator.Scores.sampled;
import static io.musemeter.aggregator.Scores.scored;
import static io.musemeter.aggregator.Scores.story;
import static io.musemeter.aggregator.Scores.unscorable;
import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.events.Score;
import io.musemeter.events.Source;
import io.musemeter.events.Story;
import io.musemeter.events.correlation.Window;
import io.musemeter.events.metrics.MetricCatalogue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Streaming and batch give the same bits, whatever the order, whatever was superseded and whatever came late. */
class BatchLawsTest {
    private static final Source SWEEP = new Source.Sweep();
    private static final Source REPLAY = new Source.Replay("again");
    private static final int STORIES = 40;

    /** A story may come more than once: failed, without a value, and scored, always with the same value. */
    private record Delivery(int number, int outcome) {
        Score of(Source source, String metric) {
            Story told = story(
                    "s" + number,
                    source,
                    number % 7 / 3.0,
                    // Up to three days back: a day behind its series a score is late.
                    NOON.minus(Duration.ofHours(number * 37 % 72)));
            Score score = outcome == 0
                    ? failed(told, metric)
                    : outcome == 1 ? unscorable(told, metric) : scored(told, metric, value(number, metric));
            return number % 3 == 0 ? sampled(score, 0.25) : score;
        }

        private static double value(int number, String metric) {
            double share = number * 7919 % 1000 / 1000.0;
            return metric.equals("reference_perplexity") ? 1 + 900 * share : share;
        }
    }

    @Provide
    Arbitrary<List<Delivery>> deliveries() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, STORIES - 1),
                        Arbitraries.integers().between(0, 2))
                .as(Delivery::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(150);
    }

    @Provide
    Arbitrary<String> metrics() {
        return Arbitraries.of("edit_distance", "reference_perplexity");
    }

    @Property(tries = 300)
    void aLiveSeriesIsTheBatchOfWhatItDidNotRefuse(
            @ForAll("deliveries") List<Delivery> deliveries, @ForAll("metrics") String metric) {
        List<Score> scores =
                deliveries.stream().map(each -> each.of(SWEEP, metric)).toList();
        SeriesState series = series(scores.get(0), metric);
        Set<String> refused = new HashSet<>();
        for (Score score : scores) {
            if (accept(series, score) == Acceptance.LATE) {
                refused.add(score.scoreId());
            }
        }

        assertThat(bits(series)).isEqualTo(Batch.cells(scores, refused).encode());
    }

    @Property(tries = 300)
    void aReplayOfWhatWasNotRefusedGivesTheSameBitsInAnyOrder(
            @ForAll("deliveries") List<Delivery> deliveries, @ForAll("metrics") String metric, @ForAll Random order) {
        List<Score> scores =
                deliveries.stream().map(each -> each.of(SWEEP, metric)).toList();
        SeriesState live = series(scores.get(0), metric);
        List<Score> again = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            if (accept(live, scores.get(i)) != Acceptance.LATE) {
                again.add(deliveries.get(i).of(REPLAY, metric));
            }
        }
        Collections.shuffle(again, order);
        SeriesState replayed = series(again.get(0), metric);

        again.forEach(score -> accept(replayed, score));

        assertThat(bits(replayed)).isEqualTo(bits(live));
    }

    private static Acceptance accept(SeriesState series, Score score) {
        return series.accept(score, NOON.toEpochMilli(), NOON.toEpochMilli());
    }

    private static byte[] bits(SeriesState series) {
        return series.cells(Window.ALL, NOON.toEpochMilli()).encode();
    }

    private static SeriesState series(Score first, String metric) {
        return SeriesState.begin(
                first.series().seriesId(),
                first.series(),
                Scales.of(MetricCatalogue.named(metric)),
                SeriesRules.DEFAULT);
    }
}
