package io.musemeter.aggregator.series;

import io.musemeter.aggregator.state.Id;
import io.musemeter.aggregator.state.Provisional;
import io.musemeter.aggregator.state.Seen;
import io.musemeter.aggregator.state.StateKey;
import io.musemeter.aggregator.state.StateKey.Kind;
import io.musemeter.aggregator.state.StateLog;
import io.musemeter.events.InvalidEventException;
import io.musemeter.events.Score;
import io.musemeter.events.SeriesKey;
import io.musemeter.events.correlation.Window;
import io.musemeter.statistics.cell.CellOutcome;
import io.musemeter.statistics.cell.MetricScale;
import io.musemeter.statistics.cell.SeriesCells;
import io.musemeter.statistics.cell.Temperature;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One series on the heap. Its content depends on the accepted scores and the clock alone, not on the scores' order. */
public final class SeriesState {
    private final String seriesId;
    private final SeriesKey key;
    private final MetricScale scale;
    private final SeriesRules rules;
    private final Map<Window, Span> spans = new EnumMap<>(Window.class);
    private final Set<Window> changed = EnumSet.noneOf(Window.class);
    private final Seen seen;
    private final History history;
    private Progress progress;
    private boolean progressDirty;
    private boolean identityDirty;

    private SeriesState(String seriesId, SeriesKey key, MetricScale scale, SeriesRules rules, Progress progress) {
        this.seriesId = seriesId;
        this.key = key;
        this.scale = scale;
        this.rules = rules;
        this.progress = progress;
        this.history = new History(seriesId, key.source(), scale);
        this.seen = new Seen(seriesId, rules.seenBucketMillis(key.source()));
        spans.put(Window.ALL, new WholeSpan(seriesId, scale));
        if (!key.source().finite()) {
            for (Window window : EnumSet.complementOf(EnumSet.of(Window.ALL))) {
                spans.put(window, new WindowPanes(seriesId, window, scale));
            }
        }
    }

    /** A series that begins. */
    public static SeriesState begin(String seriesId, SeriesKey key, MetricScale scale, SeriesRules rules) {
        SeriesState series = new SeriesState(seriesId, key, scale, rules, Progress.NONE);
        series.identityDirty = true;
        return series;
    }

    /** A series read back: what follows are its {@link #read pieces}. */
    public static SeriesState resume(Identity identity, String seriesId, SeriesRules rules) {
        SeriesState series = new SeriesState(seriesId, identity.key(), identity.scale(), rules, Progress.NONE);
        series.changed.addAll(series.spans.keySet());
        return series;
    }

    /** Its id. */
    public String seriesId() {
        return seriesId;
    }

    /** What it is made of. */
    public SeriesKey key() {
        return key;
    }

    /** Watermark and counters. */
    public Progress progress() {
        return progress;
    }

    /** What is known over all its time. */
    public History history() {
        return history;
    }

    /** Windows it is answered for. */
    public Set<Window> windows() {
        return Collections.unmodifiableSet(spans.keySet());
    }

    /** Identities kept in order to find duplicates. */
    public int identitiesKept() {
        return seen.size();
    }

    /**
     * Counts a score.
     *
     * @param score of this series
     * @param arrivedMillis when its topic received it
     * @param nowMillis the wall clock
     * @throws InvalidEventException when the value does not fit the metric, or contradicts what the identity was counted with;
     *     nothing is changed then
     */
    public Acceptance accept(Score score, long arrivedMillis, long nowMillis) {
        CellOutcome outcome = Outcomes.of(score, scale);
        Temperature temperature = Temperature.of(score.temperature().value());
        long sent = score.eventTime().toEpochMilli();
        long time = rules.clamp(sent, arrivedMillis);
        Id id = Id.ofHex(score.scoreId());
        if (seen.isFinal(id)) {
            return Acceptance.DUPLICATE;
        }
        Provisional earlier = seen.provisional(id);
        if (earlier != null) {
            return replace(id, earlier, new Observed(temperature, outcome, earlier.timeMillis(), score));
        }
        if (!key.source().finite()
                && time < progress.watermark() - rules.lateness().toMillis()) {
            refuse();
            return Acceptance.LATE;
        }
        Observed observed = new Observed(temperature, outcome, time, score);
        spans.values().forEach(span -> span.add(observed, nowMillis));
        history.add(observed);
        seen.remember(id, sent, time, provisional(outcome, temperature, time));
        touch(time, arrivedMillis);
        history.close(progress.watermark() - rules.lateness().toMillis());
        return Acceptance.COUNTED;
    }

    /** Counts a score as too late; nothing else is changed. */
    public void refuse() {
        progress = progress.withLate();
        changed.addAll(spans.keySet());
        progressDirty = true;
    }

    /** The cells of one window that ends at a time. */
    public SeriesCells cells(Window window, long endMillis) {
        return span(window).cells(endMillis);
    }

    /** The slope pane by pane of one window that ends at a time, earliest first. */
    public List<PaneSlope> slopes(Window window, long endMillis) {
        return span(window).slopes(endMillis);
    }

    private Span span(Window window) {
        Span span = spans.get(window);
        if (span == null) {
            throw new IllegalArgumentException("a finite source has no window " + window.text());
        }
        return span;
    }

    /** The end of its windows: the wall clock of a live source, the watermark of a finite one. */
    public long windowEnd(long nowMillis) {
        return key.source().finite() ? progress.watermark() : nowMillis;
    }

    /** Windows whose content has changed since the last call, expiry included. */
    public Set<Window> takeChanged(long nowMillis, StateLog log) {
        spans.forEach((window, span) -> {
            if (span.expire(nowMillis, log)) {
                changed.add(window);
            }
        });
        Set<Window> taken = EnumSet.noneOf(Window.class);
        taken.addAll(changed);
        changed.clear();
        return taken;
    }

    /** Forgets identities that are too old to be accepted again. Those of a finite source are kept while it is. */
    public void forgetOldIdentities(StateLog log) {
        if (!key.source().finite()) {
            long horizon = progress.watermark()
                    - rules.lateness().toMillis()
                    - rules.seenBucket().toMillis();
            seen.forgetBefore(horizon, log);
        }
    }

    /** Whether nothing came for so long that the series is to be dropped. */
    public boolean idle(long nowMillis) {
        return progress.lastArrival() < nowMillis - rules.idleAfter().toMillis();
    }

    /** Writes what has changed. */
    public void writeChanges(StateLog log) {
        if (identityDirty) {
            log.put(StateKey.of(seriesId, Kind.IDENTITY), new Identity(key, scale).encode());
            identityDirty = false;
        }
        if (progressDirty) {
            log.put(StateKey.of(seriesId, Kind.PROGRESS), progress.encode());
            progressDirty = false;
        }
        spans.values().forEach(span -> span.writeChanges(log));
        history.writeChanges(log);
        seen.writeChanges(log);
    }

    /** Removes everything from the log. */
    public void remove(StateLog log) {
        log.put(StateKey.of(seriesId, Kind.IDENTITY), null);
        log.put(StateKey.of(seriesId, Kind.PROGRESS), null);
        spans.values().forEach(span -> span.remove(log));
        history.remove(log);
        seen.remove(log);
    }

    /** Reads back a piece written before. */
    public void read(StateKey piece, byte[] value) {
        switch (piece.kind()) {
            case IDENTITY -> {}
            case PROGRESS -> progress = Progress.decode(value);
            case SEEN -> seen.read(piece, value);
            case PANE -> {
                Span span = spans.get(Window.values()[piece.first()]);
                if (span != null) {
                    span.read(piece, SeriesCells.decode(value));
                }
            }
            case MODELS, EPOCH, ASSIGNED, DAY, EVIDENCE, WATCH -> history.read(piece, value);
        }
    }

    private Acceptance replace(Id id, Provisional earlier, Observed later) {
        Temperature temperature = later.temperature();
        CellOutcome outcome = later.outcome();
        if (!Outcomes.replaces(outcome, earlier.outcome())) {
            return Acceptance.DUPLICATE;
        }
        if (!earlier.temperature().equals(temperature)) {
            throw new InvalidEventException("temperature", "differs from that of the outcome it replaces");
        }
        spans.values().forEach(span -> span.replace(temperature, earlier.outcome(), outcome, earlier.timeMillis()));
        history.replace(earlier.outcome(), later);
        seen.replace(id, earlier.timeMillis(), provisional(outcome, temperature, earlier.timeMillis()));
        changed.addAll(spans.keySet());
        return Acceptance.SUPERSEDED;
    }

    private static @Nullable Provisional provisional(CellOutcome outcome, Temperature temperature, long time) {
        return outcome instanceof CellOutcome.Unscored unscored ? new Provisional(unscored, temperature, time) : null;
    }

    private void touch(long time, long arrived) {
        progress = progress.advancedTo(time, arrived);
        progressDirty = true;
        changed.addAll(spans.keySet());
    }
}
