package io.musemeter.statistics.analysis;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.cell.Temperature;
import io.musemeter.statistics.effect.Slope;
import io.musemeter.statistics.effect.TemperatureSample;
import java.util.ArrayList;
import java.util.List;

/**
 * The headline slope without one of its temperatures.
 *
 * @param temperature the temperature left out
 * @param slope the slope of the rest
 * @param decisive whether leaving it out changes what the interval says: whether, and on which side, it leaves out 0
 */
public record LeftOut(Temperature temperature, Answer<Estimate> slope, boolean decisive) {

    static List<LeftOut> of(TemperatureSample sample, Answer<Estimate> headline, double level) {
        List<LeftOut> results = new ArrayList<>();
        for (int j = 0; j < sample.temperatures().size(); j++) {
            Answer<Estimate> slope = Slope.of(sample.without(j), level);
            results.add(new LeftOut(sample.temperatures().get(j), slope, side(slope) != side(headline)));
        }
        return List.copyOf(results);
    }

    private static int side(Answer<Estimate> slope) {
        return slope.fold(estimate -> (int) Math.signum(estimate.nearestToZero()), unknown -> 0);
    }
}
