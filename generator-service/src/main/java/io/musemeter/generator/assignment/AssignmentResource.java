package io.musemeter.generator.assignment;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.musemeter.assigner.TemperatureAssigner;
import io.musemeter.events.InvalidEventException;
import io.musemeter.events.Temperature;
import io.musemeter.generator.config.AssignmentConfig;
import io.musemeter.generator.config.GeneratorConfig;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gives live requests a temperature by the configured design, with the probability it was given with. */
@Path("/api/assignments")
public class AssignmentResource {
    private static final int LONGEST_UNIT = 512;

    private final TemperatureAssigner assigner;
    private final Map<Double, Counter> counters = new TreeMap<>();

    AssignmentResource(GeneratorConfig config, MeterRegistry meters) {
        this.assigner = assigner(config.assignment());
        assigner.arms()
                .forEach(arm -> counters.put(
                        arm.temperature(),
                        Counter.builder("musemeter.generator.assignments")
                                .description("Live requests that were given the temperature")
                                .tags(
                                        "temperature",
                                        Temperature.of(arm.temperature()).toString())
                                .register(meters)));
    }

    /** Temperatures are made canonical first: what is assigned is what a story then says. */
    static TemperatureAssigner assigner(AssignmentConfig config) {
        var temperatures = config.temperatures().stream()
                .map(temperature -> Temperature.of(temperature).asDouble())
                .toList();
        return config.production().isPresent()
                ? TemperatureAssigner.canary(
                        Temperature.of(config.production().getAsDouble()).asDouble(),
                        config.canaryShare(),
                        temperatures,
                        config.seed())
                : TemperatureAssigner.uniform(temperatures, config.seed());
    }

    /**
     * Who is to be assigned.
     *
     * @param unit a user, a session or a request; the same unit gets the same temperature
     */
    record Request(@Nullable String unit) {}

    /** Assigns a unit. */
    @POST
    public TemperatureAssigner.Assignment assign(Request request) {
        String unit = request.unit();
        if (unit == null || unit.isBlank() || unit.length() > LONGEST_UNIT) {
            throw new InvalidEventException("unit", "is required, of at most " + LONGEST_UNIT + " characters");
        }
        TemperatureAssigner.Assignment assigned = assigner.assign(unit);
        Counter counter = counters.get(assigned.temperature());
        if (counter != null) {
            counter.increment();
        }
        return assigned;
    }

    /** The design and how it worked out since the service began. */
    @GET
    public Balance balance() {
        return Balance.of(
                assigner,
                counters.values().stream()
                        .mapToLong(counter -> (long) counter.count())
                        .toArray());
    }
}
