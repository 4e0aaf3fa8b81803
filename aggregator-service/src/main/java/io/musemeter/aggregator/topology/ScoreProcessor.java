package io.musemeter.aggregator.topology;

import io.musemeter.aggregator.answer.Answers;
import io.musemeter.aggregator.series.Acceptance;
import io.musemeter.aggregator.series.SeriesState;
import io.musemeter.aggregator.state.CellStore;
import io.musemeter.events.CloudEventHeaders;
import io.musemeter.events.EventJson;
import io.musemeter.events.InvalidEventException;
import io.musemeter.events.Score;
import io.musemeter.events.ScoreReader;
import io.musemeter.events.correlation.Correlation;
import io.musemeter.events.correlation.Window;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Counts scores into cells; on a tick answers for the series that changed, never per record. */
final class ScoreProcessor implements Processor<byte[], byte[], byte[], byte[]> {
    private final TopologyConfig config;
    private final ScoreReader reader = new ScoreReader();
    private final Map<String, Integer> told = new HashMap<>();
    private @Nullable Task task;

    ScoreProcessor(TopologyConfig config) {
        this.config = config;
    }

    private record Task(
            ProcessorContext<byte[], byte[]> context,
            CellStore store,
            SeriesTable table,
            KeyValueStore<Bytes, byte[]> refused) {}

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        CellStore store = context.getStateStore(Names.CELLS);
        Task opened = new Task(context, store, SeriesTable.open(store, config), context.getStateStore(Names.DECISIONS));
        task = opened;
        told.clear();
        context.schedule(config.tick(), PunctuationType.WALL_CLOCK_TIME, now -> tick(opened, now));
        context.schedule(config.sweep(), PunctuationType.WALL_CLOCK_TIME, now -> sweep(opened, now));
    }

    @Override
    public void process(Record<byte[], byte[]> received) {
        Task open = task;
        if (open == null) {
            throw new IllegalStateException("a record before init");
        }
        long now = open.context().currentSystemTimeMs();
        try {
            CloudEventHeaders.requireType(Headers.type(received), "score");
            Score score = reader.read(received.value());
            SeriesState series = open.table().of(text(received.key()), score.series());
            if (Refusals.leavesOut(open.refused(), score)) {
                series.refuse();
                config.listener().score(score, Acceptance.LATE, now);
                return;
            }
            long watermark = series.progress().watermark();
            Acceptance acceptance = series.accept(score, received.timestamp(), now);
            config.listener().score(score, acceptance, now);
            long time = config.rules().clamp(score.eventTime().toEpochMilli(), received.timestamp());
            LateDecisions.of(score, acceptance, time, watermark, now)
                    .ifPresent(decision -> open.context().forward(decision, Names.LATE_DECISIONS));
        } catch (InvalidEventException e) {
            config.listener().scoreRejected(e.field());
            open.context()
                    .forward(
                            Rejections.of(
                                    received, open.context().recordMetadata().orElseThrow(), e, now),
                            Names.SCORES_REJECTED);
        }
    }

    private void tick(Task open, long now) {
        long started = System.nanoTime();
        int answers = 0;
        for (SeriesState series : open.table().all()) {
            for (Window window : series.takeChanged(now, open.store())) {
                Correlation answer = Answers.of(series, window, series.windowEnd(now));
                answers++;
                // The end of the window moves on by itself; only what it holds is news.
                Integer content = content(answer);
                if (!content.equals(told.put(answer.key(), content))) {
                    tell(open, answer.key(), EventJson.write(answer), now);
                }
            }
        }
        config.listener().ticked(answers, Duration.ofNanos(System.nanoTime() - started));
    }

    private void sweep(Task open, long now) {
        for (SeriesState series : List.copyOf(open.table().all())) {
            series.forgetOldIdentities(open.store());
            if (series.idle(now)) {
                for (Window window : series.windows()) {
                    String key = Correlation.key(series.seriesId(), window);
                    told.remove(key);
                    tell(open, key, null, now);
                }
                open.table().remove(series, open.store());
            }
        }
    }

    private static void tell(Task open, String key, byte @Nullable [] value, long now) {
        open.context().forward(new Record<>(key.getBytes(StandardCharsets.UTF_8), value, now), Names.CORRELATIONS);
    }

    private static int content(Correlation answer) {
        return Objects.hash(answer.counts(), answer.cells(), answer.slope(), answer.overTime());
    }

    private static @Nullable String text(byte @Nullable [] key) {
        return key == null ? null : new String(key, StandardCharsets.UTF_8);
    }
}
