package io.musemeter.generator.sweep;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.musemeter.events.PromptIdentity;
import io.musemeter.events.Temperature;
import io.musemeter.generator.config.GeneratorConfig;
import io.musemeter.generator.config.SweepConfig;
import io.musemeter.generator.publish.StoryLog;
import io.musemeter.generator.writer.StoryWriter;
import io.musemeter.generator.writer.StoryWriters;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Starts the configured sweeps with the service and stops them with it. */
@ApplicationScoped
public class SweepRunner {
    private final GeneratorConfig config;
    private final StoryWriters writers;
    private final StoryLog log;
    private final MeterRegistry meters;
    private final List<Sweep> sweeps = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    SweepRunner(GeneratorConfig config, StoryWriters writers, StoryLog log, MeterRegistry meters) {
        this.config = config;
        this.writers = writers;
        this.log = log;
        this.meters = meters;
    }

    /** The sweeps that run or have ended. */
    List<Sweep> sweeps() {
        return sweeps;
    }

    void start(@Observes StartupEvent event) {
        if (config.sweep().enabled()) {
            SweptModels.of(config.sweep().models(), writers::named).forEach(this::start);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        threads.forEach(Thread::interrupt);
    }

    private void start(StoryWriter writer) {
        SweepConfig sweep = config.sweep();
        SweepDesign design = new SweepDesign(
                writer.model(),
                new PromptIdentity(sweep.prompt().id(), sweep.prompt().version()),
                writer.settings(),
                sweep.temperatures().stream().map(Temperature::of).toList(),
                sweep.seed());
        Pace pace = Pace.of(
                design.temperatures().size(),
                sweep.fastPerTemperature(),
                sweep.storiesPerSecond(),
                sweep.maxPerTemperature());
        Sweep running = new Sweep(
                config.environment(),
                design,
                sweep.prompt().text(),
                pace,
                writer,
                log,
                new SweepProgressFile(config.dataFolder(), design),
                new Pause(config.dataFolder(), design),
                Clock.systemUTC());
        Gauge.builder("musemeter.generator.sweep.acknowledged", running, Sweep::acknowledged)
                .description("Stories of the sweep that Kafka has acknowledged")
                .tag("model", running.model())
                .register(meters);
        if (writer.budgetUsed().isPresent()) {
            Gauge.builder(
                            "musemeter.generator.provider.budget.used.ratio",
                            writer,
                            w -> w.budgetUsed().orElse(Double.NaN))
                    .description("Share of the day's calls or tokens that is spent, whichever is nearer its end")
                    .tag("model", running.model())
                    .register(meters);
        }
        sweeps.add(running);
        Thread thread = new Thread(running, "sweep-" + running.model());
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }
}
