package io.musemeter.generator.intake;

import io.musemeter.generator.pressure.Share;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** The receipts of one request's records, of which a bounded number waits for Kafka at a time. */
public final class Receipts {
    private static final int MOST_LISTED = 1_000;

    private final int room;
    private final Semaphore free;
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong sampledOut = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();
    private final ConcurrentLinkedQueue<Receipt.Rejected> listed = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    /** @param room most records that wait at a time */
    public Receipts(int room) {
        this.room = room;
        this.free = new Semaphore(room);
    }

    /**
     * What became of a request's records.
     *
     * @param accepted number in the log
     * @param sampledOut number left out by sampling
     * @param rejected number that broke the contract
     * @param problems the first 1,000 of those, by line
     */
    public record Summary(long accepted, long sampledOut, long rejected, List<Receipt.Rejected> problems) {}

    /**
     * Takes one record alone and waits for it.
     *
     * @throws LogUnavailableException when Kafka did not take it
     */
    public static Receipt settle(Uni<Receipt> record) {
        return record.onFailure()
                .transform(LogUnavailableException::new)
                .await()
                .indefinitely();
    }

    /**
     * Starts one record on its way, when there is room.
     *
     * @throws LogUnavailableException when Kafka did not take an earlier one
     */
    public void add(Uni<Receipt> record) throws InterruptedException {
        free.acquire();
        throwFailure();
        record.subscribe()
                .with(
                        receipt -> {
                            count(receipt);
                            free.release();
                        },
                        thrown -> {
                            failure.compareAndSet(null, thrown);
                            free.release();
                        });
    }

    /**
     * Starts one record on its way, as {@link #add(Uni)} does; its share is given back when it is settled, and at once when
     * it never starts.
     */
    public void add(Uni<Receipt> record, Share share) throws InterruptedException {
        try {
            add(record.onTermination().invoke(share::close));
        } catch (RuntimeException | InterruptedException e) {
            share.close();
            throw e;
        }
    }

    /**
     * Waits for the records under way.
     *
     * @throws LogUnavailableException when Kafka did not take one
     */
    public Summary await() throws InterruptedException {
        free.acquire(room);
        free.release(room);
        throwFailure();
        return new Summary(
                accepted.get(),
                sampledOut.get(),
                rejected.get(),
                listed.stream()
                        .sorted(Comparator.comparingLong(Receipt.Rejected::line))
                        .toList());
    }

    private void count(Receipt receipt) {
        if (receipt instanceof Receipt.Rejected problem) {
            if (rejected.incrementAndGet() <= MOST_LISTED) {
                listed.add(problem);
            }
        } else if (receipt instanceof Receipt.SampledOut) {
            sampledOut.incrementAndGet();
        } else {
            accepted.incrementAndGet();
        }
    }

    private void throwFailure() {
        Throwable thrown = failure.get();
        if (thrown != null) {
            throw new LogUnavailableException(thrown);
        }
    }
}
