package io.musemeter.aggregator.answer;

import io.musemeter.events.Temperature;
import io.musemeter.events.correlation.Shape;
import io.musemeter.statistics.Answer;
import io.musemeter.statistics.analysis.Analysis;
import io.musemeter.statistics.analysis.LeftOut;
import io.musemeter.statistics.effect.Spearman;
import io.musemeter.statistics.shape.LackOfFit;
import io.musemeter.statistics.shape.Saturation;
import io.musemeter.statistics.shape.TwoLines;
import org.jspecify.annotations.Nullable;

/** The shape of the curve, in the form of the wire. */
final class Shapes {
    private Shapes() {}

    static Shape of(Analysis analysis, Figures figures) {
        LackOfFit fit = figures.orReason("lackOfFit", analysis.shape().lackOfFit());
        Saturation knee = figures.orReason("saturation", analysis.shape().saturation());
        TwoLines lines = figures.orReason("twoLines", analysis.shape().twoLines());
        return new Shape(
                fit == null ? null : new Shape.LackOfFit(fit.f(), fit.freedom(), fit.denominatorFreedom(), fit.p()),
                knee == null
                        ? null
                        : new Shape.Saturation(
                                knee.knee(), knee.low(), knee.high(), knee.slopeBefore(), knee.plateau()),
                lines == null
                        ? null
                        : new Shape.Turn(
                                lines.breakpoint(),
                                Figures.of(lines.before()),
                                Figures.of(lines.after()),
                                lines.turns()),
                analysis.leaveOneOut().stream().map(Shapes::leftOut).toList(),
                analysis.binnedValues() ? bound(analysis.rhoBound()) : null);
    }

    private static Shape.LeftOut leftOut(LeftOut without) {
        return new Shape.LeftOut(
                Temperature.of(without.temperature().value()),
                without.slope().value().map(Figures::of).orElse(null),
                without.decisive());
    }

    private static Shape.@Nullable RhoBound bound(Answer<Spearman.RhoBound> answer) {
        return answer.value()
                .map(found -> new Shape.RhoBound(found.low(), found.high(), found.k()))
                .orElse(null);
    }
}
