package io.musemeter.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final Figures FIGURES = new Figures(List.of(
            "# TYPE stories_total counter",
            "stories_total{family=\"lexical\",fate=\"scored\"} 3.0",
            "stories_total{fate=\"erased\",family=\"lexical\"} 1.0",
            "stories_total{family=\"cohesion\",fate=\"scored\"} 9.0",
            "stories_total_created{family=\"lexical\"} 1.7E9",
            "up 1.0"));

    @Test
    void seriesWithTheLabelsAreSummedWhateverTheirOrder() {
        assertThat(FIGURES.sum("stories_total", "family=\"lexical\"")).isEqualTo(4);
        assertThat(FIGURES.sum("stories_total", "family=\"lexical\"", "fate=\"scored\""))
                .isEqualTo(3);
        assertThat(FIGURES.sum("stories_total")).isEqualTo(13);
        assertThat(FIGURES.sum("up")).isEqualTo(1);
    }

    @Test
    void whatIsNotThereIsZero() {
        assertThat(FIGURES.sum("stories")).isZero();
    }
}
