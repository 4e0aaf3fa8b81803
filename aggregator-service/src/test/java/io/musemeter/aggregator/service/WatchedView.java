package io.musemeter.aggregator.service;

import io.musemeter.aggregator.view.CorrelationView;
import io.musemeter.aggregator.view.ViewReader;
import io.musemeter.events.correlation.Correlation;
import io.musemeter.events.correlation.Window;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** The view as every instance has it, fed by a thread. */
final class WatchedView implements AutoCloseable {
    private final CorrelationView view = new CorrelationView(Clock.systemUTC());
    private final ViewReader reader;
    private final Thread thread;

    WatchedView(String bootstrapServers) {
        reader = new ViewReader(view, Map.of("bootstrap.servers", bootstrapServers));
        thread = new Thread(reader, "watched-view");
        thread.start();
    }

    Optional<Correlation> find(String seriesId, Window window) {
        return view.snapshot().correlations().stream()
                .filter(each -> each.seriesId().equals(seriesId) && each.window() == window)
                .findFirst();
    }

    Correlation answer(String seriesId, Window window) {
        return find(seriesId, window).orElseThrow(() -> new AssertionError("no answer yet"));
    }

    long scored(String seriesId) {
        return find(seriesId, Window.ALL)
                .map(answer -> answer.counts().scored())
                .orElse(0L);
    }

    @Override
    public void close() throws InterruptedException {
        reader.close();
        thread.join();
    }
}
