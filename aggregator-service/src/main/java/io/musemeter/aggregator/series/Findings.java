package io.musemeter.aggregator.series;

import io.musemeter.aggregator.state.StateKey;
import io.musemeter.aggregator.state.StateKey.Kind;
import io.musemeter.aggregator.state.StateLog;
import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.cell.MetricScale;
import io.musemeter.statistics.cell.SeriesCells;
import io.musemeter.statistics.change.ChangeWatch;
import io.musemeter.statistics.change.MeanDetector;
import io.musemeter.statistics.effect.Slope;
import io.musemeter.statistics.effect.TemperatureSample;
import io.musemeter.statistics.multiplicity.EvidenceSince;
import io.musemeter.statistics.multiplicity.PanePool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What closed days have shown so far: evidence for an effect, and alarms of the watch for changes. */
public final class Findings {
    /** Rate of false alarms over all time for which evidence is called enough. */
    public static final double ALPHA = 0.05;

    private static final byte EVIDENCE_FORMAT = 1;
    private static final byte WATCH_FORMAT = 1;
    private static final int MOST_ALARMS = 16;
    private static final double LEVEL = 0.95;
    private static final long NEVER = Long.MIN_VALUE;

    private final String seriesId;
    private final List<Alarm> alarms = new ArrayList<>();
    private EvidenceSince evidence = EvidenceSince.none(ALPHA);
    private PanePool pool;
    private ChangeWatch watch;
    private long poolFrom = NEVER;
    private long since = NEVER;
    private long until = NEVER;
    private boolean evidenceDirty;
    private boolean watchDirty;

    Findings(String seriesId, MetricScale scale) {
        this.seriesId = seriesId;
        this.pool = new PanePool(scale);
        this.watch = ChangeWatch.start(SeriesCells.compact(scale));
    }

    /**
     * A detector's alarm.
     *
     * @param relation whether the relation changed, else the level
     * @param atMillis start of the days that raised it
     * @param upward whether it rose
     */
    public record Alarm(boolean relation, long atMillis, boolean upward) {}

    /** The evidence gathered. */
    public EvidenceSince evidence() {
        return evidence;
    }

    /** Start of the first pane at which the evidence was enough, in milliseconds since 1970. */
    public OptionalLong sinceMillis() {
        return since == NEVER ? OptionalLong.empty() : OptionalLong.of(since);
    }

    /** End of the last pane taken in, in milliseconds since 1970. */
    public OptionalLong untilMillis() {
        return until == NEVER ? OptionalLong.empty() : OptionalLong.of(until);
    }

    /** Alarms, earliest first: the last {@value #MOST_ALARMS}. */
    public List<Alarm> alarms() {
        return List.copyOf(alarms);
    }

    /** Takes in a day that cannot change any more. */
    void take(SeriesCells day, long fromMillis, long toMillis) {
        if (poolFrom == NEVER) {
            poolFrom = fromMillis;
        }
        Optional<PanePool.Ready> ready = pool.add(day);
        evidenceDirty = true;
        if (ready.isPresent()) {
            weigh(ready.get());
            watch(ready.get());
            poolFrom = NEVER;
            until = toMillis;
        }
    }

    void writeChanges(StateLog log) {
        if (evidenceDirty) {
            log.put(key(Kind.EVIDENCE), encodeEvidence());
            evidenceDirty = false;
        }
        if (watchDirty) {
            log.put(key(Kind.WATCH), encodeWatch());
            watchDirty = false;
        }
    }

    void remove(StateLog log) {
        log.put(key(Kind.EVIDENCE), null);
        log.put(key(Kind.WATCH), null);
    }

    private void weigh(PanePool.Ready ready) {
        Answer<Estimate> slope = Slope.of(TemperatureSample.of(ready.cells(), ready.selection()), LEVEL);
        slope.value().ifPresent(estimate -> {
            evidence = evidence.next(estimate.p());
            if (since == NEVER && evidence.alarmed()) {
                since = poolFrom;
            }
        });
    }

    private void watch(PanePool.Ready ready) {
        ChangeWatch.Step step = watch.next(ready.cells(), ready.selection());
        watch = step.watch();
        alarm(false, step.level());
        alarm(true, step.relation());
        watchDirty = true;
    }

    private void alarm(boolean relation, MeanDetector.@Nullable Alarm raised) {
        if (raised != null) {
            alarms.add(new Alarm(relation, poolFrom, raised.upward()));
            if (alarms.size() > MOST_ALARMS) {
                alarms.remove(0);
            }
        }
    }

    private byte[] encodeEvidence() {
        return Bytes.write(EVIDENCE_FORMAT, out -> {
            out.writeDouble(evidence.logProduct());
            out.writeInt(evidence.panes());
            out.writeInt(evidence.since().orElse(-1));
            out.writeLong(since);
            out.writeLong(until);
            out.writeLong(poolFrom);
            out.writeInt(pool.panes());
            Bytes.writeBlock(out, pool.pooled().encode());
        });
    }

    void readEvidence(byte[] bytes) {
        Bytes.read("evidence", EVIDENCE_FORMAT, bytes, in -> {
            double logProduct = in.readDouble();
            int panes = in.readInt();
            int first = in.readInt();
            evidence = new EvidenceSince(
                    logProduct, panes, ALPHA, first < 0 ? OptionalInt.empty() : OptionalInt.of(first));
            since = in.readLong();
            until = in.readLong();
            poolFrom = in.readLong();
            int pooledPanes = in.readInt();
            pool = PanePool.resume(SeriesCells.decode(Bytes.readBlock(in)), pooledPanes);
        });
    }

    private byte[] encodeWatch() {
        return Bytes.write(WATCH_FORMAT, out -> {
            out.writeByte(alarms.size());
            for (Alarm alarm : alarms) {
                out.writeBoolean(alarm.relation());
                out.writeLong(alarm.atMillis());
                out.writeBoolean(alarm.upward());
            }
            WatchCodec.write(watch, out);
        });
    }

    void readWatch(byte[] bytes) {
        Bytes.read("watch", WATCH_FORMAT, bytes, in -> {
            alarms.clear();
            int count = in.readUnsignedByte();
            for (int i = 0; i < count; i++) {
                alarms.add(new Alarm(in.readBoolean(), in.readLong(), in.readBoolean()));
            }
            watch = WatchCodec.read(in);
        });
    }

    private StateKey key(Kind kind) {
        return StateKey.of(seriesId, kind);
    }
}
