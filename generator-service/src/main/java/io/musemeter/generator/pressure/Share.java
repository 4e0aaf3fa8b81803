package io.musemeter.generator.pressure;

import java.util.concurrent.Semaphore;

/** A share of the bytes that may be under way; it grows with what it stands for, and is given back once. */
public final class Share implements AutoCloseable {
    private final Semaphore free;
    private long bytes;
    private int units;
    private boolean closed;

    Share(Semaphore free, long bytes, int units) {
        this.free = free;
        this.bytes = bytes;
        this.units = units;
    }

    /**
     * Stands for more bytes.
     *
     * @throws BusyException when there is no room for them
     */
    public synchronized void grow(long more) {
        int grown = Pressure.units(bytes + more);
        if (closed || !free.tryAcquire(grown - units)) {
            throw new BusyException();
        }
        bytes += more;
        units = grown;
    }

    /**
     * Stands for at least this many bytes from now on.
     *
     * @throws BusyException when there is no room for them
     */
    synchronized void growTo(long total) {
        if (total > bytes) {
            grow(total - bytes);
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            free.release(units);
        }
    }
}
