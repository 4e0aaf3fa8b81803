package io.musemeter.storymodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WindowsTest {

    @Property
    void scoreEachTokenAfterTheFirstOnceWithEnoughBeforeIt(
            @ForAll @IntRange(max = 3000) int tokens, @ForAll @IntRange(min = 2, max = 600) int context) {
        int stride = context / 2;

        List<Windows.Window> windows = Windows.over(tokens, context, stride);

        int next = 1;
        for (Windows.Window w : windows) {
            assertThat(w.scored()).isEqualTo(next);
            assertThat(w.end() - 1 - w.start()).isBetween(1, context);
            assertThat(w.scored() - w.start()).isGreaterThanOrEqualTo(w.start() == 0 ? 1 : context - stride);
            next = w.end();
        }
        assertThat(next).isEqualTo(Math.max(1, tokens));
    }
}
