package io.musemeter.scorer.service;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.musemeter.events.topics.Topic;
import io.musemeter.scorer.judge.JudgeFamily;
import io.musemeter.scorer.judge.JudgeSample;
import io.musemeter.scorer.judge.Patience;
import io.musemeter.scorer.metric.Family;
import io.musemeter.scorer.service.provider.Endpoint;
import io.musemeter.scorer.service.provider.OpenAiJudge;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;

/** Everything a judge needs: endpoint, budget, canaries. Nothing of it is there until the family is asked for. */
final class JudgeDesk implements AutoCloseable {
    /** Name of the task that reads the ledger of the budget. */
    static final String LEDGER = "judge-budget";

    private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(10);

    private final JudgeConfig config;
    private final KafkaClients kafka;
    private final MeterRegistry registry;
    private final BooleanSupplier owner;
    private Optional<Producer<byte[], byte[]>> producer = Optional.empty();
    private Optional<KafkaBudget> budget = Optional.empty();
    private Optional<CanaryWatch> canaries = Optional.empty();
    private Optional<JudgeFamily> family = Optional.empty();

    /** @param owner whether this instance holds what one instance of all holds, and so has the canaries judged */
    JudgeDesk(JudgeConfig config, KafkaClients kafka, MeterRegistry registry, BooleanSupplier owner) {
        this.owner = owner;
        this.config = config;
        this.kafka = kafka;
        this.registry = registry;
    }

    /**
     * Makes the family.
     *
     * @throws IllegalStateException naming the setting that is missing
     */
    Family<?> open() {
        Endpoint endpoint = new Endpoint(
                required(config.baseUrl(), "base-url"),
                config.apiKey(),
                required(config.model(), "model"),
                config.timeout(),
                config.logProbabilities());
        JudgeSample sample = new JudgeSample(config.fraction());
        Patience patience = new Patience(config.attempts(), config.firstDelay(), LONGEST_DELAY, config.longestPause());
        Producer<byte[], byte[]> ledger = kafka.producer();
        producer = Optional.of(ledger);
        KafkaBudget shared = new KafkaBudget(
                Topic.JUDGE_BUDGET.topicName(),
                kafka::loner,
                ledger,
                new KafkaBudget.Limits(config.callsPerDay(), config.tokensPerDay()),
                Clock.systemUTC(),
                LONGEST_ANSWER);
        budget = Optional.of(shared);
        JudgeFamily judges = new JudgeFamily(
                new OpenAiJudge(endpoint, new AnsweringModels(registry)::answeredBy),
                shared,
                patience,
                sample,
                config.repetitions());
        family = Optional.of(judges);
        if (config.canaryInterval().compareTo(Duration.ZERO) > 0) {
            canaries =
                    Optional.of(new CanaryWatch(judges, owner, config.canaryInterval(), Clock.systemUTC(), registry));
        }
        gauge(
                "calls.spent",
                "Calls to the judge spent or set aside today by all instances",
                () -> shared.spent().calls());
        gauge("calls.limit", "Calls to the judge that a day allows", config::callsPerDay);
        gauge(
                "tokens.spent",
                "Tokens of the judge spent or set aside today by all instances",
                () -> shared.spent().tokens());
        gauge("tokens.limit", "Tokens of the judge that a day allows", config::tokensPerDay);
        gauge(
                "waiting",
                "1 while stories wait for a provider of the judge that answers nobody",
                () -> judges.waiting() ? 1 : 0);
        return judges;
    }

    /** What has to run beside the scorers, by name. */
    Map<String, Runnable> tasks() {
        Map<String, Runnable> tasks = new LinkedHashMap<>();
        budget.ifPresent(task -> tasks.put(LEDGER, task));
        canaries.ifPresent(task -> tasks.put("judge-canaries", task));
        return tasks;
    }

    /** Makes nobody wait for the provider any more; what is being judged is judged to its end, for which the ledger goes on. */
    void stop() {
        family.ifPresent(JudgeFamily::stop);
        canaries.ifPresent(CanaryWatch::stop);
    }

    /** Makes the ledger's task end soon, when nobody asks for the budget any more. */
    void stopLedger() {
        budget.ifPresent(KafkaBudget::stop);
    }

    @Override
    public void close() {
        producer.ifPresent(ledger -> ledger.close(LONGEST_CLOSE));
    }

    private void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder("musemeter.scorer.judge." + name, value)
                .description(description)
                .register(registry);
    }

    private static String required(Optional<String> setting, String key) {
        return setting.filter(text -> !text.isBlank())
                .orElseThrow(() -> new IllegalStateException(
                        "musemeter.scorer.judge." + key + ": is required by the family judge"));
    }
}
