package io.musemeter.generator.pressure;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** A share of the bytes that may be under way; given back once. */
public final class Share implements AutoCloseable {
    private final Semaphore free;
    private final AtomicInteger units;

    Share(Semaphore free, int units) {
        this.free = free;
        this.units = new AtomicInteger(units);
    }

    @Override
    public void close() {
        free.release(units.getAndSet(0));
    }
}
