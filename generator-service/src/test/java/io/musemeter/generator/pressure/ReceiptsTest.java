package io.musemeter.generator.pressure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.musemeter.generator.intake.LogUnavailableException;
import io.musemeter.generator.intake.Receipt;
import io.musemeter.generator.intake.Receipts;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class ReceiptsTest {
    private static final int ROOM = 100;

    private final Semaphore kibibytes = new Semaphore(ROOM);

    private Share share() {
        kibibytes.acquireUninterruptibly(10);
        return new Share(kibibytes, 10 * 1_024, 10);
    }

    @Test
    void aRecordHoldsItsShareUntilItIsSettled() throws InterruptedException {
        Receipts receipts = new Receipts(2);
        receipts.add(Uni.createFrom().nothing(), share());
        receipts.add(Uni.createFrom().item(new Receipt.Accepted("a")), share());

        assertThat(kibibytes.availablePermits()).isEqualTo(ROOM - 10);
    }

    @Test
    void aRecordThatNeverStartsBecauseTheLogIsAwayGivesItsShareBack() throws InterruptedException {
        Receipts receipts = new Receipts(2);
        receipts.add(Uni.createFrom().failure(new IllegalStateException("no log")), share());

        assertThatExceptionOfType(LogUnavailableException.class)
                .isThrownBy(() -> receipts.add(Uni.createFrom().item(new Receipt.Accepted("a")), share()));

        assertThat(kibibytes.availablePermits()).isEqualTo(ROOM);
    }
}
