package io.musemeter.aggregator.compare;

import static io.musemeter.aggregator.Scores.NOON;
import static io.musemeter.aggregator.Scores.moved;
import static io.musemeter.aggregator.Scores.scored;
import static io.musemeter.aggregator.Scores.story;

import io.musemeter.aggregator.answer.Answers;
import io.musemeter.aggregator.series.Scales;
import io.musemeter.aggregator.series.SeriesRules;
import io.musemeter.aggregator.series.SeriesState;
import io.musemeter.events.EventJson;
import io.musemeter.events.Score;
import io.musemeter.events.Source;
import io.musemeter.events.correlation.Correlation;
import io.musemeter.events.correlation.Window;
import io.musemeter.events.metrics.MetricCatalogue;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** Answers of series whose curve is known, after their way over the wire. */
final class Made {
    private static final double[] TEMPERATURES = {0.001, 0.4, 0.8, 1.2, 1.6};

    private Made() {}

    /** Ten stories at each of five temperatures, values about a curve. */
    static Correlation series(String metric, String model, String prompt, DoubleUnaryOperator curve, double spread) {
        return series(metric, model, prompt, curve, spread, TEMPERATURES);
    }

    static Correlation series(
            String metric,
            String model,
            String prompt,
            DoubleUnaryOperator curve,
            double spread,
            double... temperatures) {
        Random random = new Random(model.hashCode() * 31L + prompt.hashCode());
        SeriesState series = null;
        for (int i = 0; i < 10 * temperatures.length; i++) {
            double temperature = temperatures[i % temperatures.length];
            double value = curve.applyAsDouble(temperature) + spread * (random.nextDouble() - 0.5);
            Score score = moved(
                    scored(story(model + prompt + i, new Source.Sweep(), temperature, NOON), metric, value),
                    "test",
                    model,
                    prompt);
            if (series == null) {
                series = SeriesState.begin(
                        score.series().seriesId(),
                        score.series(),
                        Scales.of(MetricCatalogue.named(metric)),
                        SeriesRules.DEFAULT);
            }
            series.accept(score, NOON.toEpochMilli(), NOON.toEpochMilli());
        }
        byte[] wire = EventJson.write(Answers.of(series, Window.ALL, NOON.toEpochMilli()));
        return EventJson.read(wire, Correlation.class);
    }
}
