package io.musemeter.generator.pressure;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.musemeter.generator.config.GeneratorConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The bytes of records under way, all requests together: beyond a bound, who comes is asked to come again. */
@ApplicationScoped
public class Pressure {
    private static final int UNIT = 1_024;
    private static final long PATIENCE_SECONDS = 30;

    private final Semaphore free;
    private final long most;

    Pressure(GeneratorConfig config, MeterRegistry meters) {
        int units = (int) Math.max(1, config.intake().maxUnderWay().asLongValue() / UNIT);
        this.free = new Semaphore(units, true);
        // One body alone is always taken, and others beside it as long as they are small.
        this.most = (long) units * UNIT / 4 * 3;
        Gauge.builder("musemeter.generator.under.way.bytes", free, f -> (double) (units - f.availablePermits()) * UNIT)
                .description("Bytes of records that wait for Kafka's acknowledgement")
                .baseUnit("bytes")
                .register(meters);
    }

    /**
     * Takes a share at once.
     *
     * @throws BusyException when there is none left
     */
    public Share take(long bytes) {
        int units = units(bytes);
        if (!free.tryAcquire(units)) {
            throw new BusyException();
        }
        return new Share(free, bytes, units);
    }

    /**
     * Lets a share stand for what its body weighs while it is read, see {@link Weights}.
     *
     * @throws BusyException when there is no room for it
     */
    public void weigh(Share share, long weight) {
        share.growTo(Math.min(weight, most));
    }

    /**
     * Takes a share, waiting for it: a stream's own back-pressure.
     *
     * @throws BusyException when there is none within half a minute
     */
    public Share await(long weight) throws InterruptedException {
        long bytes = Math.min(weight, most);
        int units = units(bytes);
        if (!free.tryAcquire(units, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new BusyException();
        }
        return new Share(free, bytes, units);
    }

    static int units(long bytes) {
        return (int) (bytes / UNIT + 1);
    }
}
