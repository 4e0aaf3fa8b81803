package io.musemeter.generator.sweep;

import io.musemeter.events.NotWrittenReason;
import io.musemeter.events.StoryOutcome;
import io.musemeter.events.Temperature;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What came of a sweep's requests at each temperature, since the service began: failures are data and rise with it. */
final class Outcomes {
    private final Map<Temperature, Tally> byTemperature = new TreeMap<>();

    private static final class Tally {
        private long written;
        private final Map<NotWrittenReason, Long> notWritten = new EnumMap<>(NotWrittenReason.class);
    }

    /**
     * The outcomes at one temperature.
     *
     * @param temperature the temperature
     * @param asked requests, the sum of the others
     * @param written stories
     * @param notWritten requests without a story, by reason
     */
    record At(Temperature temperature, long asked, long written, Map<String, Long> notWritten) {}

    synchronized void add(Temperature temperature, StoryOutcome outcome) {
        Tally tally = byTemperature.computeIfAbsent(temperature, t -> new Tally());
        if (outcome instanceof StoryOutcome.NotWritten notWritten) {
            tally.notWritten.merge(notWritten.reason(), 1L, Long::sum);
        } else {
            tally.written++;
        }
    }

    /** The outcomes so far, by ascending temperature. */
    synchronized List<At> list() {
        List<At> list = new ArrayList<>();
        byTemperature.forEach((temperature, tally) -> {
            Map<String, Long> reasons = new TreeMap<>();
            tally.notWritten.forEach((reason, n) -> reasons.put(reason.name().toLowerCase(Locale.ROOT), n));
            long failed = tally.notWritten.values().stream().mapToLong(n -> n).sum();
            list.add(new At(temperature, tally.written + failed, tally.written, reasons));
        });
        return list;
    }
}
