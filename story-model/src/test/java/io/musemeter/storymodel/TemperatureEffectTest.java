package io.musemeter.storymodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TemperatureEffectTest {

    private final StoryModel model = StoryModel.embedded();

    @Test
    void perplexityOfWhatIsWrittenRisesWithTemperature() {
        double cool = meanPerplexity(.3);
        double warm = meanPerplexity(1);
        double hot = meanPerplexity(2);

        assertThat(warm).isGreaterThan(1.5 * cool);
        assertThat(hot).isGreaterThan(1.5 * warm);
    }

    private double meanPerplexity(double temperature) {
        return IntStream.range(0, 10)
                .mapToObj(seed ->
                        model.generate("", Sampling.at(temperature, seed), 100).text())
                .mapToDouble(text -> ((Scoring.Scored) model.score(text)).perplexity())
                .average()
                .orElseThrow();
    }
}
