package io.musemeter.launcher.view;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress of long work: a bar in a terminal, plain lines otherwise. */
public final class Progress {
    private Progress() {}

    /**
     * A bar on standard error.
     *
     * @param task what is done
     * @param unit what is counted
     * @param total how many there are, 0 when that is not known yet
     */
    public static ProgressBar bar(String task, String unit, long total) {
        boolean terminal = System.console() != null;
        ProgressBarBuilder builder = new ProgressBarBuilder()
                .setTaskName(task)
                .setUnit(" " + unit, 1)
                .setInitialMax(total)
                .setUpdateIntervalMillis(terminal ? 200 : 5_000)
                .setStyle(ProgressBarStyle.ASCII);
        return terminal
                ? builder.build()
                : builder.setConsumer(
                                new me.tongfei.progressbar.DelegatingProgressBarConsumer(System.err::println, 100))
                        .build();
    }
}
