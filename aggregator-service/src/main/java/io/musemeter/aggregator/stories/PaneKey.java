package io.musemeter.aggregator.stories;

import io.musemeter.aggregator.state.StateKey;
import io.musemeter.aggregator.state.StateKey.Kind;
import io.musemeter.events.Temperature;
import io.musemeter.events.correlation.Window;
import java.math.BigDecimal;
import java.util.Comparator;

/**
 * Stories of one temperature in one pane of time.
 *
 * @param window the window
 * @param start start of the pane
 * @param temperature the temperature
 */
record PaneKey(Window window, long start, Temperature temperature) implements Comparable<PaneKey> {
    private static final int DECIMALS = 6;
    private static final Comparator<PaneKey> ORDER = Comparator.comparing(PaneKey::window)
            .thenComparingLong(PaneKey::start)
            .thenComparing(PaneKey::temperature);

    static PaneKey of(StateKey key) {
        return new PaneKey(
                Window.values()[key.first()], key.second(), new Temperature(BigDecimal.valueOf(key.third(), DECIMALS)));
    }

    StateKey stateKey(String groupId) {
        long micros = temperature.value().movePointRight(DECIMALS).longValueExact();
        return new StateKey(groupId, Kind.PANE, window.ordinal(), start, micros);
    }

    @Override
    public int compareTo(PaneKey other) {
        return ORDER.compare(this, other);
    }
}
