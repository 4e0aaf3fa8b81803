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

    static Shape of(TemperatureSample sample, double level) {
        return new Shape(
                LackOfFit.ofLine(sample.cells()), Saturation.of(sample.cells(), level), TwoLines.of(sample, level));
    }

    /**
     * A turning point that may overrule a single slope.
     *
     * @param p p-value of its being one: the greatest of the p-values of the line before, the line after, and the lack of fit of a
     *     single line, all three of which it needs
     * @param words what the curve does
     */
    public record Turn(double p, String words) {}

    /** The turning point, when the two lines go opposite ways and a single line can be tested; sure or not. */
    public Optional<Turn> turn() {
        return lackOfFit
                .value()
                .flatMap(single -> twoLines.value()
                        .filter(TwoLines::opposite)
                        .map(lines -> new Turn(
                                Math.max(
                                        single.p(),
                                        Math.max(
                                                lines.before().p(),
                                                lines.after().p())),
                                words(lines))));
    }

    private static String words(TwoLines lines) {
        return String.format(
                Locale.ROOT,
                "%s up to T = %s and %s from there",
                lines.before().estimate() > 0 ? "rises" : "falls",
                trimmed(lines.breakpoint()),
                lines.after().estimate() > 0 ? "rises" : "falls");
    }

    private static String trimmed(double temperature) {
        return Temperature.of(temperature).canonical();
    }
}
