package io.musemeter.launcher.view;

import java.time.Duration;
import java.time.Instant;

/** One line that keeps moving in a terminal; plain lines, now and then, where the output is no terminal. */
public final class StatusLine {
    private static final Duration PLAIN_INTERVAL = Duration.ofSeconds(10);
    private static final int WIDEST = 200;

    private final boolean terminal;
    private Instant lastPlain = Instant.EPOCH;
    private String shown = "";

    private StatusLine(boolean terminal) {
        this.terminal = terminal;
    }

    /** Moving where standard output is a terminal, plain elsewhere. */
    public static StatusLine onTerminalOrPlain() {
        // Java 17 has a console only where both standard input and output are a terminal.
        return new StatusLine(System.console() != null);
    }

    /** A line that stays. */
    public synchronized void message(String text) {
        if (terminal && !shown.isEmpty()) {
            System.out.print("\r\033[K");
        }
        System.out.println(text);
        if (terminal && !shown.isEmpty()) {
            System.out.print(shown);
        }
        System.out.flush();
    }

    /** The line that moves. */
    public synchronized void show(String text) {
        if (terminal) {
            shown = text.length() > width() ? text.substring(0, width() - 1) + "…" : text;
            System.out.print("\r\033[K" + shown);
            System.out.flush();
        } else if (Instant.now().isAfter(lastPlain.plus(PLAIN_INTERVAL)) && !text.equals(shown)) {
            lastPlain = Instant.now();
            shown = text;
            System.out.println(text);
        }
    }

    private static int width() {
        String columns = System.getenv("COLUMNS");
        try {
            return columns == null ? 110 : Math.max(20, Math.min(WIDEST, Integer.parseInt(columns)));
        } catch (NumberFormatException e) {
            return 110;
        }
    }
}
