package io.musemeter.benchmarks;

import io.musemeter.events.EvaluatorId;
import io.musemeter.events.EventJson;
import io.musemeter.events.FinishReason;
import io.musemeter.events.ModelIdentity;
import io.musemeter.events.PromptIdentity;
import io.musemeter.events.Sampler;
import io.musemeter.events.Score;
import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.ScoreReader;
import io.musemeter.events.Source;
import io.musemeter.events.Story;
import io.musemeter.events.StoryOutcome;
import io.musemeter.events.Temperature;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A score from its bytes: the aggregator's reader of many against the reader of any event. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReadingScores {
    private static final int MANY = 1_024;

    private final ScoreReader reader = new ScoreReader();
    private final byte[][] scores = new byte[MANY][];
    private int next;

    /** Writes scores of seven temperatures. */
    public ReadingScores() {
        for (int i = 0; i < MANY; i++) {
            scores[i] = EventJson.write(score(i));
        }
    }

    /** With the reader that the aggregator uses. */
    @Benchmark
    public Score scoreReader() {
        return reader.read(some());
    }

    /** With the reader of any event. */
    @Benchmark
    public Score eventJson() {
        return EventJson.read(some(), Score.class);
    }

    private byte[] some() {
        next = (next + 1) % MANY;
        return scores[next];
    }

    private static Score score(int number) {
        Story story = new Story(
                "story-" + number,
                "benchmark",
                new Source.Sweep(),
                ModelIdentity.named("model"),
                new PromptIdentity("prompt", "1"),
                Sampler.at(Temperature.of(number % 7 / 3.0)),
                null,
                null,
                null,
                null,
                null,
                Instant.EPOCH.plusSeconds(number),
                new StoryOutcome.Written("text " + number, FinishReason.STOP, null));
        return Score.of(
                story,
                "edit_distance",
                EvaluatorId.parse("computed/edit_distance/1/none"),
                Score.ONCE,
                new ScoreOutcome.Scored(number / (double) MANY));
    }
}
