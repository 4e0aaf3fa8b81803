package io.musemeter.events.correlation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.musemeter.events.InvalidEventException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The windows that are answered for: each a number of panes of one length, the newest of them still open. */
public enum Window {
    /** The last five minutes, in panes of 15 seconds. */
    FIVE_MINUTES("5m", Duration.ofSeconds(15), 20),
    /** The last hour, in panes of five minutes. */
    HOUR("1h", Duration.ofMinutes(5), 12),
    /** The last day, in panes of an hour. */
    DAY("24h", Duration.ofHours(1), 24),
    /** The last week, in panes of six hours. */
    WEEK("7d", Duration.ofHours(6), 28),
    /** Everything since the series began; the only window of a finite source. */
    ALL("all", null, 1);

    private final String text;
    private final @Nullable Duration paneLength;
    private final int panes;

    Window(String text, @Nullable Duration paneLength, int panes) {
        this.text = text;
        this.paneLength = paneLength;
        this.panes = panes;
    }

    /** Its name on the wire, for example {@code 24h}. */
    @JsonValue
    public String text() {
        return text;
    }

    /** Number of panes. */
    public int panes() {
        return panes;
    }

    /** Start of the pane that holds a time, in milliseconds since 1970; 0 for {@link #ALL}. */
    public long paneOf(long timeMillis) {
        return paneLength == null ? 0 : Math.floorDiv(timeMillis, paneLength.toMillis()) * paneLength.toMillis();
    }

    /** Start of the pane that follows one; 0 for {@link #ALL}. */
    public long next(long paneStartMillis) {
        return paneLength == null ? 0 : paneStartMillis + paneLength.toMillis();
    }

    /** Start of the oldest pane of the window that ends at a time; 0 for {@link #ALL}. */
    public long oldestPane(long endMillis) {
        return paneLength == null ? 0 : paneOf(endMillis) - (panes - 1) * paneLength.toMillis();
    }

    /** Time at which a pane leaves the window, in milliseconds since 1970; never for {@link #ALL}. */
    public long leavesAt(long paneStartMillis) {
        return paneLength == null ? Long.MAX_VALUE : paneStartMillis + panes * paneLength.toMillis();
    }

    /**
     * The window of that name.
     *
     * @throws InvalidEventException when there is none
     */
    @JsonCreator
    public static Window parse(@Nullable String text) {
        for (Window window : values()) {
            if (window.text.equals(text)) {
                return window;
            }
        }
        throw new InvalidEventException(
                "window",
                "is none of " + Arrays.stream(values()).map(Window::text).collect(Collectors.joining(", ")));
    }
}
