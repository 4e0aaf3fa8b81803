package io.musemeter.generator.sweep;

import io.musemeter.events.InvalidEventException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far the sweeps got, and their pauses. */
@Path("/api/sweeps")
public class SweepResource {
    private final SweepRunner runner;

    SweepResource(SweepRunner runner) {
        this.runner = runner;
    }

    /**
     * One sweep.
     *
     * @param model the model it asks
     * @param acknowledged stories that Kafka has acknowledged
     * @param paused whether it is held up
     * @param ended whether it is complete
     * @param heldUntil until when it waits, null while it does not
     * @param heldFor what it waits for: {@code circuit_open}, {@code budget_exhausted}, {@code asked_to_wait},
     *     {@code kafka_unavailable}, or what became of the request for its exemplar
     * @param failed what ended it before its end, until the service starts again; null where nothing did
     * @param settings what became of each setting: {@code sent}, {@code refused}, or {@code unverifiable} where a server may
     *     ignore it without a word; empty for the embedded model, which takes all of them
     * @param outcomes what came of its requests at each temperature since the service began
     */
    public record Status(
            String model,
            long acknowledged,
            boolean paused,
            boolean ended,
            @Nullable Instant heldUntil,
            @Nullable String heldFor,
            @Nullable String failed,
            Map<String, String> settings,
            List<Outcomes.At> outcomes) {
        static Status of(Sweep sweep) {
            Optional<Waiting.Hold> hold = sweep.hold();
            return new Status(
                    sweep.model(),
                    sweep.acknowledged(),
                    sweep.pause().on(),
                    sweep.ended(),
                    hold.map(Waiting.Hold::until).orElse(null),
                    hold.map(Waiting.Hold::reason).orElse(null),
                    sweep.failed().orElse(null),
                    sweep.settingStates(),
                    sweep.outcomes());
        }
    }

    /**
     * What a sweep is to do.
     *
     * @param model the model whose sweep is meant, all of them where it is absent
     * @param paused whether to hold it up, from the next story on
     */
    record Change(@Nullable String model, @Nullable Boolean paused) {}

    /** All sweeps of this generator. */
    @GET
    public List<Status> sweeps() {
        return runner.sweeps().stream().map(Status::of).toList();
    }

    /** Pauses or resumes; it holds over a restart. */
    @PUT
    @Blocking
    public List<Status> change(Change change) {
        if (change.paused() == null) {
            throw new InvalidEventException("paused", "is required");
        }
        List<Sweep> meant = runner.sweeps().stream()
                .filter(sweep -> change.model() == null || change.model().equals(sweep.model()))
                .toList();
        if (meant.isEmpty()) {
            throw new InvalidEventException("model", "is not swept here");
        }
        meant.forEach(sweep -> sweep.pause().set(change.paused()));
        return sweeps();
    }
}
