package io.musemeter.aggregator.spread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.musemeter.aggregator.Scores;
import io.musemeter.events.Source;
import io.musemeter.events.Temperature;
import io.musemeter.events.embedding.EmbeddingVector;
import io.musemeter.events.embedding.StoryEmbedding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpreadViewTest {
    private static final Source SWEEP = new Source.Sweep();

    @Test
    void storiesThatPointAllWaysAreMoreUnlikeThanThoseThatDoNot() {
        SpreadView view = new SpreadView(8, 10);
        embeddings(20).forEach(view::put);

        SpreadAnswer answer = view.answers().get(0);

        assertThat(answer.n()).isEqualTo(8);
        assertThat(answer.temperatures())
                .extracting(SpreadAnswer.Cell::temperature)
                .containsExactly(Temperature.of(0.2), Temperature.of(1.5));
        SpreadAnswer.Cell cold = answer.temperatures().get(0);
        SpreadAnswer.Cell hot = answer.temperatures().get(1);
        assertThat(cold.vendi().value()).isBetween(1.0, 2.0);
        assertThat(hot.vendi().value()).isGreaterThan(2.5);
        assertThat(cold.similarity().value()).isGreaterThan(hot.similarity().value());
        assertThat(hot.vendi().standardError()).isPositive();
    }

    @Test
    void theSampleDoesNotDependOnTheOrderOrOnDuplicates() {
        List<StoryEmbedding> all = embeddings(30);
        List<StoryEmbedding> disordered = new ArrayList<>(all);
        disordered.addAll(all.subList(0, 20));
        Collections.shuffle(disordered, new Random(4));
        SpreadView inOrder = new SpreadView(8, 10);
        SpreadView shuffled = new SpreadView(8, 10);

        all.forEach(inOrder::put);
        disordered.forEach(shuffled::put);

        assertThat(shuffled.answers()).isEqualTo(inOrder.answers());
    }

    @Test
    void allTemperaturesAreComparedAtTheNumberOfTheRarest() {
        SpreadView view = new SpreadView(32, 10);
        embeddings(20).forEach(view::put);
        for (int i = 0; i < 9; i++) {
            view.put(embedding("rare" + i, 2, i));
        }

        SpreadAnswer answer = view.answers().get(0);

        assertThat(answer.n()).isEqualTo(9);
        assertThat(answer.temperatures()).hasSize(3);
        assertThat(answer.leftOut()).isEmpty();
    }

    @Test
    void aTemperatureOfTooFewStoriesIsLeftOutAndNamedInsteadOfDraggingTheOthersDown() {
        SpreadView view = new SpreadView(32, 10);
        embeddings(20).forEach(view::put);
        SpreadAnswer before = view.answers().get(0);
        for (int i = 0; i < 3; i++) {
            view.put(embedding("thin" + i, 2, i));
        }

        SpreadAnswer answer = view.answers().get(0);

        assertThat(answer.n()).isEqualTo(20);
        assertThat(answer.temperatures()).isEqualTo(before.temperatures());
        assertThat(answer.leftOut()).containsExactly(new SpreadAnswer.LeftOut(Temperature.of(2), 3));
    }

    @Test
    void aGroupOfThinTemperaturesAloneSaysSo() {
        SpreadView view = new SpreadView(32, 10);
        view.put(embedding("single", 3, 0));

        SpreadAnswer answer = view.answers().get(0);

        assertThat(answer.n()).isZero();
        assertThat(answer.least()).isEqualTo(8);
        assertThat(answer.temperatures()).isEmpty();
        assertThat(answer.leftOut()).containsExactly(new SpreadAnswer.LeftOut(Temperature.of(3), 1));
    }

    @Test
    void anErasedStoryLeavesTheSample() {
        SpreadView view = new SpreadView(8, 10);
        for (int i = 0; i < 2; i++) {
            view.put(embedding("s" + i, 1, i));
        }
        assertThat(view.answers()).hasSize(1);

        view.erase("s1");
        assertThat(view.answers().get(0).leftOut()).containsExactly(new SpreadAnswer.LeftOut(Temperature.of(1), 1));
        view.erase("s0");

        assertThat(view.answers()).isEmpty();
    }

    @Test
    void vectorsOfTwoEmbeddersAndGroupsBeyondTheBoundAreKeptApart() {
        SpreadView view = new SpreadView(8, 1);
        for (int i = 0; i < 3; i++) {
            view.put(embedding("s" + i, 1, i));
            StoryEmbedding same = embedding("s" + i, 1, i);
            view.put(new StoryEmbedding(
                    same.storyId(), same.group(), same.temperature(), same.eventTime(), "another", same.vector()));
        }

        assertThat(view.answers()).extracting(SpreadAnswer::embedder).containsExactly("test");
    }

    @Test
    void theFiguresAreThoseOfTheVectors() {
        SpreadView view = new SpreadView(3, 10);
        for (int i = 0; i < 3; i++) {
            view.put(embedding("s" + i, 1, i));
        }

        // Three vectors at right angles.
        SpreadAnswer.Cell cell = view.answers().get(0).temperatures().get(0);
        assertThat(cell.vendi().value()).isCloseTo(3, within(1e-9));
        assertThat(cell.similarity().value()).isCloseTo(0, within(1e-9));
    }

    private static List<StoryEmbedding> embeddings(int each) {
        List<StoryEmbedding> all = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            all.add(embedding("cold" + i, 0.2, i % 2));
            all.add(embedding("hot" + i, 1.5, i % 5));
        }
        return all;
    }

    private static StoryEmbedding embedding(String id, double temperature, int axis) {
        float[] vector = new float[16];
        vector[axis] = 1;
        return StoryEmbedding.of(Scores.story(id, SWEEP, temperature, Scores.NOON), "test", EmbeddingVector.of(vector));
    }
}
