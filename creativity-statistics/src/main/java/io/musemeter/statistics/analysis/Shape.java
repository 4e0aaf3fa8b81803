package io.musemeter.statistics.analysis;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.cell.Temperature;
import io.musemeter.statistics.effect.TemperatureSample;
import io.musemeter.statistics.shape.LackOfFit;
import io.musemeter.statistics.shape.Saturation;
import io.musemeter.statistics.shape.TwoLines;
import java.util.Locale;
import java.util.Optional;

/**
 * The shape of the curve behind the headline slope.
 *
 * @param lackOfFit whether a line will do
 * @param saturation where the metric levels off
 * @param twoLines whether it turns
 */
public record Shape(Answer<LackOfFit> lackOfFit, Answer<Saturation> saturation, Answer<TwoLines> twoLines) {

    private static final double BENT = 0.05;
    private static final double SURE = 0.01;

    static Shape of(TemperatureSample sample, double level) {
        return new Shape(
                LackOfFit.ofLine(sample.cells()), Saturation.of(sample.cells(), level), TwoLines.of(sample, level));
    }

    /** A turn in words, when it is sure enough to overrule the slope of a series that is one among many. */
    Optional<String> turn() {
        boolean bent = lackOfFit.value().filter(test -> test.p() < BENT).isPresent();
        return twoLines.value()
                .filter(lines -> bent
                        && lines.turns()
                        && Math.max(lines.before().p(), lines.after().p()) < SURE)
                .map(lines -> String.format(
                        Locale.ROOT,
                        "%s up to T = %s and %s from there",
                        lines.before().estimate() > 0 ? "rises" : "falls",
                        trimmed(lines.breakpoint()),
                        lines.after().estimate() > 0 ? "rises" : "falls"));
    }

    private static String trimmed(double temperature) {
        return Temperature.of(temperature).canonical();
    }
}
