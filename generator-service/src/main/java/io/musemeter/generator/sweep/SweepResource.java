package io.musemeter.generator.sweep;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** How far the sweeps got. */
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
     * @param ended whether it is complete
     */
    public record Status(String model, long acknowledged, boolean ended) {}

    /** All sweeps of this generator. */
    @GET
    public List<Status> sweeps() {
        return runner.sweeps().stream()
                .map(sweep -> new Status(sweep.model(), sweep.acknowledged(), sweep.ended()))
                .toList();
    }
}
