package io.musemeter.scorer.service;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.musemeter.events.InvalidEventException;
import io.musemeter.events.topics.Topic;
import io.musemeter.scorer.exemplars.ExemplarReader;
import io.musemeter.scorer.exemplars.ExemplarStore;
import io.musemeter.scorer.pipeline.FamilyConsumer;
import io.musemeter.scorer.pipeline.FamilyMeters;
import io.musemeter.scorer.pipeline.FamilyName;
import io.musemeter.scorer.pipeline.FamilyScorer;
import io.musemeter.scorer.pipeline.Relabelling;
import io.musemeter.scorer.pipeline.ScorePublisher;
import io.musemeter.scorer.pipeline.StoryHandler;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.jboss.logging.Logger;

/** The running scorers of one process: a reader of exemplars, a producer, and the members of each family's group. */
public final class ScorerService implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ScorerService.class);
    private static final String THREADS = "scorer-";
    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

    private final ScorerConfig config;
    private final KafkaClients kafka;
    private final MeterRegistry registry;
    private final ExemplarStore exemplars = new ExemplarStore();
    private final Producer<byte[], byte[]> producer;
    private final ScorePublisher publisher;
    private final ExemplarReader reader;
    private final JudgeDesk judge;
    private final Families families;
    private final List<FamilyConsumer> members = new ArrayList<>();
    /** Grows while probes look at it. */
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    private volatile boolean familiesLoaded;

    /** Connects to Kafka; {@link #start} sets it to work. */
    public ScorerService(ScorerConfig config, JudgeConfig judgeConfig, KafkaClients kafka, MeterRegistry registry) {
        this.config = config;
        this.kafka = kafka;
        this.registry = registry;
        this.judge = new JudgeDesk(judgeConfig, kafka, registry, this::holdsFirstPartition);
        this.families = new Families(config, judge::open);
        this.producer = kafka.producer();
        this.publisher = new ScorePublisher(producer);
        this.reader = new ExemplarReader(kafka::loner, Topic.EXEMPLARS.topicName(), exemplars, this::rejectExemplar);
        Gauge.builder("musemeter.scorer.exemplars", exemplars, ExemplarStore::size)
                .description("Exemplars in memory")
                .register(registry);
        FunctionCounter.builder("musemeter.scorer.exemplars.given.up", exemplars, ExemplarStore::givenUpForSpace)
                .description("Exemplars given up because they did not fit into memory")
                .register(registry);
    }

    /**
     * Loads the families and starts all threads; scoring begins when the exemplars are there.
     *
     * @throws RuntimeException when a family cannot be loaded; everything is stopped then
     */
    public void start() {
        run("exemplars", reader);
        try {
            Relabelling relabelling = relabelling();
            config.families().forEach(name -> addFamily(name, relabelling));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        familiesLoaded = true;
        judge.tasks().forEach(this::run);
        for (FamilyConsumer member : members) {
            run(member.name(), () -> {
                try {
                    exemplars.awaitLoaded();
                    member.run();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        LOG.infof("scoring families %s", config.families());
    }

    /** Whether the families' models and reference sets and all exemplars of before the start are here, so that scoring goes on. */
    public boolean ready() {
        return familiesLoaded && exemplars.loaded();
    }

    /** Whether no thread has died. */
    public boolean alive() {
        return threads.stream().allMatch(Thread::isAlive);
    }

    @Override
    public void close() {
        reader.stop();
        judge.stop();
        members.forEach(FamilyConsumer::stop);
        // Who is judging a story asks for the budget, which is answered from the ledger: that stops last.
        threads.stream().filter(thread -> !readsLedger(thread)).forEach(ScorerService::join);
        judge.stopLedger();
        threads.stream().filter(ScorerService::readsLedger).forEach(ScorerService::join);
        judge.close();
        producer.close(LONGEST_STOP);
    }

    /** Whether a member of the judge's here holds the first partition: of all instances that score live one does. */
    private boolean holdsFirstPartition() {
        return config.rescore().isEmpty()
                && members.stream()
                        .filter(member -> member.name().startsWith(FamilyName.JUDGE.text() + "-"))
                        .anyMatch(member -> member.holds(0));
    }

    private void rejectExemplar(ConsumerRecord<byte[], byte[]> message, InvalidEventException problem) {
        LOG.warnf("exemplar at offset %d was rejected: %s", message.offset(), problem.getMessage());
        // Nothing waits for it: every instance reads the record again at its next start and rejects it again.
        Future<?> unused = publisher.reject(message, problem);
    }

    private Relabelling relabelling() {
        return config.rescore()
                .<Relabelling>map(name -> new RescoreScope(kafka, publisher).find(name, config.groupPrefix()))
                .orElseGet(Relabelling.None::new);
    }

    private void addFamily(FamilyName name, Relabelling relabelling) {
        FamilyMeters meters = new FamilyMeters(registry, name, relabelling.again());
        StoryHandler handler = new StoryHandler(
                new FamilyScorer<>(families.create(name)),
                relabelling,
                exemplars,
                publisher,
                meters,
                config.exemplarWait(),
                Clock.systemUTC());
        String group = relabelling.group(config.groupPrefix() + "-" + name.text());
        for (int number = 0; number < config.consumers().getOrDefault(name, 1); number++) {
            members.add(new FamilyConsumer(
                    name.text() + "-" + number,
                    number,
                    () -> kafka.member(group, config.batch()),
                    Topic.STORIES.topicName(),
                    handler,
                    publisher,
                    meters));
        }
    }

    private void run(String name, Runnable task) {
        Thread thread = new Thread(task, THREADS + name);
        thread.start();
        threads.add(thread);
    }

    private static boolean readsLedger(Thread thread) {
        return thread.getName().equals(THREADS + JudgeDesk.LEDGER);
    }

    private static void join(Thread thread) {
        try {
            thread.join(LONGEST_STOP.toMillis());
            thread.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
