package io.musemeter.generator.assignment;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.musemeter.events.InvalidEventException;
import io.musemeter.events.Temperature;
import io.musemeter.generator.config.AssignmentConfig;
import io.musemeter.generator.config.GeneratorConfig;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives live requests a temperature by the configured design, with the probability it was given with. */
@Path("/api/assignments")
public class AssignmentResource {
    private static final int LONGEST_UNIT = 512;

    private final AssignmentDesign design;
    private final List<Counter> counters;

    AssignmentResource(GeneratorConfig config, MeterRegistry meters) {
        this.design = design(config.assignment());
        this.counters = design.arms().stream()
                .map(arm -> meters.counter(
                        "musemeter.generator.assignments",
                        "temperature",
                        arm.temperature().toString()))
                .toList();
    }

    private static AssignmentDesign design(AssignmentConfig config) {
        List<Temperature> temperatures =
                config.temperatures().stream().map(Temperature::of).toList();
        return config.production().isPresent()
                ? AssignmentDesign.canary(
                        Temperature.of(config.production().getAsDouble()),
                        config.canaryShare(),
                        temperatures,
                        config.seed())
                : AssignmentDesign.uniform(temperatures, config.seed());
    }

    /**
     * Who is to be assigned.
     *
     * @param unit a user, a session or a request; the same unit gets the same temperature
     */
    record Request(@Nullable String unit) {}

    /**
     * An assignment.
     *
     * @param unit who was assigned
     * @param temperature the temperature to ask the model with
     * @param propensity the probability it was given with; the story must carry it
     */
    record Assignment(String unit, Temperature temperature, double propensity) {}

    /** Assigns a unit. */
    @POST
    public Assignment assign(Request request) {
        String unit = request.unit();
        if (unit == null || unit.isBlank() || unit.length() > LONGEST_UNIT) {
            throw new InvalidEventException("unit", "is required, of at most " + LONGEST_UNIT + " characters");
        }
        AssignmentDesign.Arm arm = design.assign(unit);
        counters.get(design.arms().indexOf(arm)).increment();
        return new Assignment(unit, arm.temperature(), arm.propensity());
    }

    /** The design and how it worked out since the service began. */
    @GET
    public Balance balance() {
        return Balance.of(
                design,
                counters.stream().mapToLong(counter -> (long) counter.count()).toArray());
    }
}
