package io.musemeter.aggregator.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.musemeter.aggregator.series.Acceptance;
import io.musemeter.aggregator.service.AggregatorConfig;
import io.musemeter.aggregator.stories.GroupState;
import io.musemeter.aggregator.topology.TopologyListener;
import io.musemeter.aggregator.view.CorrelationView;
import io.musemeter.events.Score;
import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.Story;
import io.musemeter.events.StoryOutcome;
import io.musemeter.events.metrics.MetricCatalogue;
import io.musemeter.events.metrics.MetricSpec;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.AppInfoParser;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What the topology does and finds, as figures for Prometheus. */
@ApplicationScoped
public class AggregatorMetrics implements TopologyListener {
    private static final Logger LOG = Logger.getLogger(AggregatorMetrics.class);
    private static final Duration[] DELAYS = {
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(30),
        Duration.ofHours(6)
    };

    private final MeterRegistry registry;
    private final SeriesGauges gauges;
    private final TopicGauges topics;
    private final FirstValues fields;
    private final Counter duplicates;
    private final Counter late;
    private final Counter written;
    private final Counter notWritten;
    private final Duration refresh;
    private final Set<String> owned = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService refresher =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "gauges"));
    private final String version;
    private volatile int unexported;
    private volatile LongSupplier viewLag = () -> Long.MAX_VALUE;
    private boolean viewLagShown;
    private @Nullable ScheduledFuture<?> refreshing;

    AggregatorMetrics(
            MeterRegistry registry,
            AggregatorConfig config,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.registry = registry;
        this.version = version;
        AggregatorConfig.Metrics bounds = config.metrics();
        gauges = new SeriesGauges(
                registry,
                new Admission(
                        bounds.labelValues(),
                        bounds.series(),
                        bounds.samples(),
                        bounds.models().orElse(Set.of()),
                        bounds.prompts().orElse(Set.of())));
        topics = new TopicGauges(registry);
        fields = new FirstValues(bounds.labelValues());
        duplicates = counter(registry, "musemeter.scores.duplicate", "Scores counted before");
        late = counter(registry, "musemeter.scores.too.late", "Scores that came too late");
        // From the start, at 0: a counter that comes with its first story hides that story from a rate, and is absent
        // after a
        // restart where no more come.
        written = storiesCounted("written");
        notWritten = storiesCounted("not_written");
        refresh = bounds.refresh();
    }

    /** Follows the view from now on. */
    public void follow(CorrelationView view, LongSupplier lag, Supplier<KafkaStreams.State> state) {
        gauge("musemeter.series.owned", "Series whose partitions this instance owns", owned::size);
        gauge("musemeter.series.unexported", "Owned series beyond the bound on labels", () -> unexported);
        gauge("musemeter.view.correlations", "Answers in the view", view::size);
        viewLag = lag;
        for (KafkaStreams.State each : KafkaStreams.State.values()) {
            Gauge.builder("musemeter.streams.state", () -> state.get() == each ? 1 : 0)
                    .description("1 for the present state of Kafka Streams")
                    .tag("state", each.name())
                    .register(registry);
        }
        Gauge.builder("musemeter.build.info", () -> 1)
                .description("Always 1")
                .tags("version", version, "kafka", AppInfoParser.getVersion())
                .register(registry);
        refreshing = refresher.scheduleWithFixedDelay(
                () -> show(view), refresh.toMillis(), refresh.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Follows what Kafka Streams has to do, too. */
    public void followTopics(TopicGauges.Figures figures) {
        topics.follow(figures);
    }

    @PreDestroy
    void stop() {
        if (refreshing != null) {
            refreshing.cancel(true);
        }
        refresher.shutdownNow();
    }

    @Override
    public void score(Score score, Acceptance acceptance, long nowMillis) {
        switch (acceptance) {
            case COUNTED, SUPERSEDED -> accepted(score, nowMillis);
            case DUPLICATE -> duplicates.increment();
            case LATE -> late.increment();
        }
    }

    @Override
    public void scoreRejected(String field) {
        rejected("musemeter.scores.rejected", "Scores that broke the contract", field);
    }

    @Override
    public void story(Story story, GroupState.Counting counting) {
        if (counting == GroupState.Counting.COUNTED) {
            (story.outcome() instanceof StoryOutcome.Written ? written : notWritten).increment();
        }
    }

    private Counter storiesCounted(String outcome) {
        return counter(registry, "musemeter.stories.counted", "Stories counted", "outcome", outcome);
    }

    @Override
    public void storyRejected(String field) {
        rejected("musemeter.stories.rejected", "Stories that could not be counted", field);
    }

    @Override
    public void seriesOwned(String seriesId) {
        owned.add(seriesId);
    }

    @Override
    public void seriesReleased(String seriesId) {
        owned.remove(seriesId);
    }

    @Override
    public void ticked(int answers, Duration took) {
        Timer.builder("musemeter.tick")
                .description("Time that one tick took")
                .serviceLevelObjectives(
                        Duration.ofMillis(10), Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(2))
                .register(registry)
                .record(took);
    }

    private void accepted(Score score, long nowMillis) {
        counter(registry, "musemeter.scores.accepted", "Scores counted", "outcome", outcome(score.outcome()))
                .increment();
        if (!score.series().source().finite()) {
            String family = MetricCatalogue.find(score.series().metric())
                    .map(MetricSpec::family)
                    .orElse(FirstValues.OTHER);
            Timer delay = Timer.builder("musemeter.score.delay")
                    .description("From a story's event time to its score's acceptance")
                    .tag("family", family)
                    .serviceLevelObjectives(DELAYS)
                    .register(registry);
            Duration taken =
                    Duration.ofMillis(Math.max(0, nowMillis - score.eventTime().toEpochMilli()));
            Traces.within(score, () -> delay.record(taken));
        }
    }

    private static String outcome(ScoreOutcome outcome) {
        if (outcome instanceof ScoreOutcome.Scored) {
            return "scored";
        }
        return outcome instanceof ScoreOutcome.Failed ? "failed" : "unscorable";
    }

    private void rejected(String name, String description, String field) {
        counter(registry, name, description, "field", fields.keep(field)).increment();
    }

    private static Counter counter(MeterRegistry registry, String name, String description, String... tags) {
        return Counter.builder(name).description(description).tags(tags).register(registry);
    }

    private void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }

    /** Registered when it is known: until the view has asked where its topics end, there is no sample. */
    private void showViewLag() {
        if (!viewLagShown && viewLag.getAsLong() < Long.MAX_VALUE) {
            viewLagShown = true;
            gauge("musemeter.view.lag.records", "Records that the view has not read yet", viewLag::getAsLong);
        }
    }

    /** Shows the series that this instance owns, and what it has to do. */
    void show(CorrelationView view) {
        try {
            topics.show();
            showViewLag();
            unexported = gauges.show(view.snapshot().correlations().stream()
                    .filter(answer -> owned.contains(answer.seriesId()))
                    .toList());
        } catch (RuntimeException e) {
            // An exception would end the refreshing for good.
            LOG.error("The gauges were not refreshed", e);
        }
    }
}
