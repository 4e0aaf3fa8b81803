package io.musemeter.aggregator.service;

import io.musemeter.aggregator.metrics.AggregatorMetrics;
import io.musemeter.aggregator.series.SeriesRules;
import io.musemeter.aggregator.spread.EmbeddingReader;
import io.musemeter.aggregator.spread.SpreadView;
import io.musemeter.aggregator.topology.CreativityTopology;
import io.musemeter.aggregator.topology.TopologyConfig;
import io.musemeter.aggregator.view.CorrelationView;
import io.musemeter.aggregator.view.ViewReader;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KafkaStreams;

/** The aggregator's parts in this process: the topology, the view and what reads it. */
@ApplicationScoped
public class AggregatorState {
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    private final CorrelationView view = new CorrelationView(Clock.systemUTC());
    private final SpreadView spread;
    private final EmbeddingReader embeddings;
    private final ViewReader reader;
    private final StreamsSupervisor supervisor;
    private final List<Thread> threads;
    private final AggregatorMetrics metrics;

    AggregatorState(
            AggregatorConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> connection,
            AggregatorMetrics metrics) {
        this.metrics = metrics;
        this.reader = new ViewReader(view, connection);
        this.spread = new SpreadView(config.spread().sample(), config.spread().groups());
        this.embeddings = new EmbeddingReader(spread, connection);
        this.supervisor = new StreamsSupervisor(
                CreativityTopology.build(topologyConfig(config, metrics)),
                StreamsSettings.of(connection, config),
                connection);
        List<Thread> running = new ArrayList<>(
                List.of(new Thread(reader, "view-reader"), new Thread(supervisor, "streams-supervisor")));
        if (config.spread().enabled()) {
            running.add(new Thread(embeddings, "embedding-reader"));
        }
        this.threads = List.copyOf(running);
    }

    void start(@Observes StartupEvent event) {
        metrics.follow(view, reader::lag, supervisor::state);
        metrics.followTopics(supervisor);
        threads.forEach(Thread::start);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        reader.close();
        embeddings.close();
        supervisor.close();
        for (Thread thread : threads) {
            thread.join(STOP_PATIENCE.toMillis());
        }
    }

    /** The answers. */
    public CorrelationView view() {
        return view;
    }

    /** How alike the stories of one temperature are. */
    public SpreadView spread() {
        return spread;
    }

    /** Whether the answers were read as they stood when this process began. */
    public boolean ready() {
        return reader.caughtUp();
    }

    /** Whether scores are being counted here. */
    public boolean counting() {
        return supervisor.works();
    }

    /** The state of Kafka Streams. */
    public KafkaStreams.State streams() {
        return supervisor.state();
    }

    private static TopologyConfig topologyConfig(AggregatorConfig config, AggregatorMetrics metrics) {
        SeriesRules rules = SeriesRules.DEFAULT;
        return new TopologyConfig(
                new SeriesRules(rules.ahead(), rules.lateness(), rules.seenBucket(), config.idleAfter()),
                config.tick(),
                Duration.ofMinutes(1),
                config.seriesPerPartition(),
                metrics);
    }
}
