package io.musemeter.generator.intake;

import io.musemeter.events.Hashes;
import io.musemeter.events.InvalidEventException;
import io.musemeter.events.RecordOrigin;
import io.musemeter.events.Rejected;
import io.musemeter.events.Story;
import io.musemeter.generator.config.GeneratorConfig;
import io.musemeter.generator.privacy.Redactions;
import io.musemeter.generator.prompt.PromptNaming;
import io.musemeter.generator.publish.StoryLog;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Base64;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jboss.logging.Logger;

/** Takes in what others wrote: a good record goes to {@code stories}, a bad one with its reason to {@code stories.rejected}. */
@ApplicationScoped
public class Intake {
    private static final Logger LOG = Logger.getLogger(Intake.class);
    /** A rejected record beyond this many bytes is kept as its hash: it would not fit the log. */
    private static final int MOST_KEPT = 256 << 10;

    private final StoryLog log;
    private final StoryReader reader;
    private final TraceSampling sampling;
    private final ProductionExemplars exemplars;
    private final boolean keepRejected;
    private final long largest;
    private final Clock clock = Clock.systemUTC();

    Intake(StoryLog log, ProductionExemplars exemplars, GeneratorConfig config) {
        this.log = log;
        this.exemplars = exemplars;
        this.sampling = new TraceSampling(config.intake().samplingFraction());
        this.largest = config.intake().maxRecord().asLongValue();
        // What broke the contract has no form in which a rule could be trusted to find everything.
        this.keepRejected =
                !config.privacy().scoresOnly() && config.privacy().redact().isEmpty();
        this.reader = new StoryReader(
                config.environment(),
                config.intake().maxText().asLongValue(),
                new PromptNaming(config.prompts(), config.intake().maxLivePrompts(), log::promptBeyond),
                Redactions.of(config.privacy().redact()));
    }

    /** Takes in one story as JSON; completes when Kafka has acknowledged it or its rejection. */
    public Uni<Receipt> take(byte[] json, Arrival arrival) {
        if (json.length > largest) {
            return rejectTooLarge(json, arrival.origin());
        }
        return admit(() -> reader.read(json, arrival), json, arrival.origin());
    }

    /**
     * Takes in one story as a form.
     *
     * @param received the bytes it was read from, kept when it is rejected
     */
    public Uni<Receipt> take(StoryForm form, byte[] received, Arrival arrival) {
        return admit(() -> reader.read(form, arrival), received, arrival.origin());
    }

    /** Turns one record away for its size. */
    public Uni<Receipt> rejectTooLarge(byte[] received, RecordOrigin origin) {
        return reject(received, origin, new InvalidEventException("$", "is longer than " + largest + " bytes"));
    }

    /** Turns one record away; completes when Kafka has acknowledged the rejection. */
    public Uni<Receipt> reject(byte[] received, RecordOrigin origin, InvalidEventException problem) {
        String base64 = Base64.getEncoder().encodeToString(received);
        boolean kept = keepRejected && received.length <= MOST_KEPT;
        Rejected rejected = new Rejected(
                origin,
                problem.field(),
                problem.problem(),
                1,
                kept ? base64 : null,
                Hashes.ofText(base64),
                clock.instant());
        return log.append(rejected)
                .replaceWith(() -> new Receipt.Rejected(origin.offset(), problem.field(), problem.problem()));
    }

    /**
     * Turns one record away that made its reader fail in a way nobody foresaw: a fault of the reader's, but one that this
     * record would find again however often it is read.
     */
    public Uni<Receipt> rejectUnreadable(byte[] received, RecordOrigin origin, Throwable fault) {
        // The kind of the fault alone: its message may quote the record.
        LOG.errorf(
                "A record of %s could not be read: %s",
                origin.key(), fault.getClass().getName());
        return reject(received, origin, new InvalidEventException("$", "cannot be read"));
    }

    private Uni<Receipt> admit(Supplier<Story> reading, byte[] received, RecordOrigin origin) {
        Story story;
        try {
            story = reading.get();
        } catch (InvalidEventException e) {
            return reject(received, origin, e);
        } catch (RuntimeException | StackOverflowError e) {
            // An operator's redaction pattern can overflow the stack on a text it was not written for.
            return rejectUnreadable(received, origin, e);
        }
        return admit(story)
                .onFailure(RecordTooLargeException.class)
                .recoverWithUni(
                        e -> reject(received, origin, new InvalidEventException("$", "is larger than the log takes")));
    }

    private Uni<Receipt> admit(Story story) {
        return sampling.apply(story)
                .map(sampled -> exemplars.complete(sampled).chain(log::append).replaceWith(() ->
                        (Receipt) new Receipt.Accepted(story.storyId())))
                .orElseGet(() -> {
                    log.sampledOut();
                    return Uni.createFrom().item(new Receipt.SampledOut(story.storyId()));
                });
    }
}
