package io.musemeter.generator.sweep;

import io.musemeter.events.Exemplar;
import io.musemeter.events.NotWrittenReason;
import io.musemeter.events.Sampler;
import io.musemeter.events.Source;
import io.musemeter.events.Story;
import io.musemeter.events.StoryOutcome;
import io.musemeter.events.Temperature;
import io.musemeter.generator.publish.LogFailures;
import io.musemeter.generator.publish.StoryLog;
import io.musemeter.generator.writer.Draft;
import io.musemeter.generator.writer.NotAsked;
import io.musemeter.generator.writer.Reply;
import io.musemeter.generator.writer.StoryWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries out one sweep: its exemplar first, then one story after the other, each acknowledged before the next is asked
 * for.
 */
final class Sweep implements Runnable {
    private static final Logger LOG = Logger.getLogger(Sweep.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);
    /** The longest such time for an exemplar: a model that is not there need not be asked every five seconds. */
    private static final Duration BETWEEN_EXEMPLARS = Duration.ofMinutes(5);

    private static final StoryOutcome TEMPERATURE_REFUSED =
            new StoryOutcome.NotWritten(NotWrittenReason.TEMPERATURE_REFUSED);

    private static final Source SOURCE = new Source.Sweep();

    private final String environment;
    private final SweepDesign design;
    private final String promptText;
    private final Pace pace;
    private final StoryWriter writer;
    private final StoryLog log;
    private final SweepProgressFile file;
    private final Clock clock;
    private final Pause pause;
    private final Waiting waiting;
    private final Outcomes outcomes = new Outcomes();
    private volatile SweepProgress progress;
    private volatile @Nullable String failed;

    Sweep(
            String environment,
            SweepDesign design,
            String promptText,
            Pace pace,
            StoryWriter writer,
            StoryLog log,
            SweepProgressFile file,
            Pause pause,
            Clock clock) {
        this.environment = environment;
        this.design = design;
        this.promptText = promptText;
        this.pace = pace;
        this.writer = writer;
        this.log = log;
        this.file = file;
        this.pause = pause;
        this.clock = clock;
        this.waiting = new Waiting(clock);
        this.progress = file.load().orElseGet(() -> SweepProgress.begin(clock.instant()));
    }

    String model() {
        return design.model().name();
    }

    long acknowledged() {
        return progress.acknowledged();
    }

    boolean ended() {
        return pace.ended(acknowledged());
    }

    Map<String, String> settingStates() {
        return writer.settingStates();
    }

    Pause pause() {
        return pause;
    }

    Optional<Waiting.Hold> hold() {
        return waiting.hold();
    }

    List<Outcomes.At> outcomes() {
        return outcomes.list();
    }

    /** Why it ended before its end, when it did: the name of what went wrong. */
    Optional<String> failed() {
        return Optional.ofNullable(failed);
    }

    @Override
    public void run() {
        try {
            carryOut();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            fail(e);
        } catch (Error e) {
            fail(e);
            throw e;
        }
    }

    private void fail(Throwable thrown) {
        failed = thrown.getClass().getSimpleName();
        LOG.errorf(
                thrown, "The sweep of %s has failed; it goes on where it was when the service starts again", model());
    }

    private void carryOut() throws InterruptedException {
        keep(progress);
        pause.awaitEnd();
        @Nullable String exemplarHash = exemplar();
        while (!ended()) {
            Thread.sleep(pace.before(acknowledged()).toMillis());
            pause.awaitEnd();
            append(exemplarHash);
            keep(progress.acknowledge());
        }
        LOG.infof("The sweep of %s is complete: %d stories", model(), acknowledged());
    }

    /**
     * The story at temperature 0, made and acknowledged before any other; the same again after a restart. Null where the
     * model does not take that temperature: its stories are then compared with none.
     */
    private @Nullable String exemplar() throws InterruptedException {
        for (int tries = 0; ; tries++) {
            Draft draft = ask(writer.settings().at(Temperature.of(0), 0), () -> {});
            if (draft.outcome() instanceof StoryOutcome.Written written) {
                Exemplar exemplar =
                        Exemplar.of(written.text(), Exemplar.Origin.ASKED_AT_ZERO, progress.exemplarAsked());
                persistently(() -> log.append(exemplar).await().indefinitely());
                return exemplar.exemplarHash();
            }
            LOG.warnf("%s wrote no exemplar: %s", model(), draft.outcome());
            if (draft.outcome().equals(TEMPERATURE_REFUSED)) {
                return null;
            }
            Duration wait = BETWEEN_TRIES.multipliedBy(tries + 1L);
            waitUntil(
                    clock.instant().plus(wait.compareTo(BETWEEN_EXEMPLARS) < 0 ? wait : BETWEEN_EXEMPLARS),
                    "no exemplar: " + lower(((StoryOutcome.NotWritten) draft.outcome()).reason()));
        }
    }

    private void append(@Nullable String exemplarHash) throws InterruptedException {
        SweepDesign.Place place = design.at(progress.acknowledged());
        keep(progress.ask(clock.instant()));
        // A request counts from when it was made.
        Draft draft = ask(place.sampler(), () -> keep(progress.askAgain(clock.instant())));
        Story story = new Story(
                place.storyId(),
                environment,
                SOURCE,
                draft.model(),
                design.prompt(),
                draft.sampler(),
                exemplarHash,
                null,
                null,
                null,
                null,
                Objects.requireNonNull(progress.asked()),
                draft.outcome());
        persistently(() -> log.append(story).await().indefinitely());
        outcomes.add(place.sampler().temperature(), draft.outcome());
    }

    /** Asks, and asks the same again after every wait for which the model was not asked. */
    private Draft ask(Sampler sampler, Runnable again) throws InterruptedException {
        while (true) {
            Reply reply = writer.write(promptText, sampler);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (reply instanceof Draft draft) {
                return draft;
            }
            NotAsked notAsked = (NotAsked) reply;
            LOG.infof("%s is not asked until %s: %s", model(), notAsked.until(), lower(notAsked.why()));
            waitUntil(notAsked.until(), lower(notAsked.why()));
            again.run();
        }
    }

    private void waitUntil(Instant until, String reason) throws InterruptedException {
        waiting.until(until, reason);
        pause.awaitEnd();
    }

    /** A broker that is away comes back; what was written is worth the wait. What it will never take ends the sweep. */
    private void persistently(Runnable append) throws InterruptedException {
        while (true) {
            try {
                append.run();
                return;
            } catch (RuntimeException e) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                if (LogFailures.permanent(e)) {
                    throw e;
                }
                LOG.warnf("Kafka does not take the sweep's record (%s); trying again", e.getMessage());
                waitUntil(clock.instant().plus(BETWEEN_TRIES), "kafka_unavailable");
            }
        }
    }

    private static String lower(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }

    private void keep(SweepProgress next) {
        file.save(next);
        progress = next;
    }
}
