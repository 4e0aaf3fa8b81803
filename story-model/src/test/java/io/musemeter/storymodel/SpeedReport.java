package io.musemeter.storymodel;

import java.lang.management.ManagementFactory;
import java.util.function.IntSupplier;

/** Prints tokens per second of one thread's processor time, so that other load on the machine matters little. */
public final class SpeedReport {

    private static final int ROUNDS = 6;
    private static final int STORIES = 6;

    private SpeedReport() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        StoryModel model = StoryModel.embedded();
        String text = model.generate("", Sampling.at(.7, 1), 500).text().repeat(5);
        for (int round = 0; round < ROUNDS; round++) {
            int first = STORIES * round;
            report("written", () -> {
                int tokens = 0;
                for (int seed = first; seed < first + STORIES; seed++) {
                    tokens +=
                            model.generate("", Sampling.at(1, seed), 250).ids().size();
                }
                return tokens;
            });
            report("scored", () -> ((Scoring.Scored) model.score(text)).tokens().size());
        }
    }

    private static void report(String what, IntSupplier work) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        int tokens = work.getAsInt();
        long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        System.out.printf("%,d tokens %s, %,.0f a second%n", tokens, what, tokens / (spent / 1e9));
    }
}
