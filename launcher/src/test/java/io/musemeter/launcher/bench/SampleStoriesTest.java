package io.musemeter.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SampleStoriesTest {

    @Test
    void aStoryIsTheSameAtEveryRunAndAnotherForEachNumber() {
        assertThat(SampleStories.text(7, 2_000)).isEqualTo(SampleStories.text(7, 2_000));
        assertThat(LongStream.range(0, 100).mapToObj(n -> SampleStories.text(n, 200)))
                .doesNotHaveDuplicates();
    }

    @Test
    void itIsAsLongAsAskedOrASentenceLonger() {
        assertThat(SampleStories.text(1, 2_000).getBytes(StandardCharsets.UTF_8).length)
                .isBetween(2_000, 2_120);
    }
}
