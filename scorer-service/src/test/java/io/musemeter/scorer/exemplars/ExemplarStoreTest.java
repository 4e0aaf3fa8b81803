package io.musemeter.scorer.exemplars;

import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.events.Exemplar;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ExemplarStoreTest {
    private static final Exemplar EXEMPLAR = Exemplar.of("Once upon a time", Exemplar.Origin.CONFIGURED, Instant.EPOCH);
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final ExemplarStore store = new ExemplarStore();

    @Test
    void aStoryThatNamesNoneHasNone() throws InterruptedException {
        assertThat(store.await(null, LONG)).isEqualTo(new StoryExemplar.Unnamed());
    }

    @Test
    void anExemplarThatIsThereIsFoundWithoutWaiting() throws InterruptedException {
        store.put(EXEMPLAR);

        StoryExemplar found = store.await(EXEMPLAR.exemplarHash(), Duration.ZERO);

        assertThat(found).isEqualTo(new StoryExemplar.Found(EXEMPLAR));
    }

    @Test
    void anExemplarThatArrivesEndsTheWait() throws Exception {
        CompletableFuture<StoryExemplar> waiting = waitingFor(EXEMPLAR.exemplarHash());

        store.put(EXEMPLAR);

        assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo(new StoryExemplar.Found(EXEMPLAR));
    }

    @Test
    void anExemplarThatDoesNotArriveIsMissing() throws InterruptedException {
        assertThat(store.await("nowhere", SHORT)).isEqualTo(new StoryExemplar.Missing());
    }

    @Test
    void aHashWaitedForInVainIsNotWaitedForAgain() throws InterruptedException {
        store.await("nowhere", SHORT);

        long start = System.nanoTime();
        StoryExemplar again = store.await("nowhere", LONG);

        assertThat(again).isEqualTo(new StoryExemplar.Missing());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG.dividedBy(2));
    }

    @Test
    void aHashGivenUpIsFoundOnceItArrives() throws InterruptedException {
        store.await(EXEMPLAR.exemplarHash(), SHORT);

        store.put(EXEMPLAR);

        assertThat(store.await(EXEMPLAR.exemplarHash(), Duration.ZERO)).isEqualTo(new StoryExemplar.Found(EXEMPLAR));
    }

    @Test
    void anErasedExemplarIsMissing() throws InterruptedException {
        store.put(EXEMPLAR);

        store.remove(EXEMPLAR.exemplarHash());

        assertThat(store.await(EXEMPLAR.exemplarHash(), Duration.ZERO)).isEqualTo(new StoryExemplar.Missing());
        assertThat(store.size()).isZero();
    }

    private CompletableFuture<StoryExemplar> waitingFor(String hash) {
        CompletableFuture<StoryExemplar> result = new CompletableFuture<>();
        Thread waiter = new Thread(() -> {
            try {
                result.complete(store.await(hash, LONG));
            } catch (InterruptedException e) {
                result.completeExceptionally(e);
            }
        });
        waiter.start();
        Awaitility.await().until(() -> waiter.getState() == Thread.State.TIMED_WAITING);
        return result;
    }

    @Test
    void beyondItsBoundThoseNotAskedForTheLongestAreGivenUpWithoutAWait() throws InterruptedException {
        ExemplarStore small = new ExemplarStore(3_000);
        Exemplar first = big("a");
        Exemplar second = big("b");
        Exemplar third = big("c");
        small.put(first);
        small.put(second);
        small.await(first.exemplarHash(), Duration.ZERO);

        small.put(third);

        assertThat(small.size()).isEqualTo(2);
        assertThat(small.givenUpForSpace()).isEqualTo(1);
        assertThat(small.await(first.exemplarHash(), Duration.ZERO)).isEqualTo(new StoryExemplar.Found(first));
        assertThat(small.await(third.exemplarHash(), Duration.ZERO)).isEqualTo(new StoryExemplar.Found(third));
        assertThat(small.await(second.exemplarHash(), Duration.ofDays(1))).isEqualTo(new StoryExemplar.Missing());
    }

    @Test
    void whatIsErasedOrComesAgainTakesNoRoom() {
        ExemplarStore small = new ExemplarStore(3_000);
        for (int i = 0; i < 10; i++) {
            small.put(big("a"));
            small.put(big("b"));
            small.remove(big("b").exemplarHash());
        }

        small.put(big("c"));

        assertThat(small.size()).isEqualTo(2);
        assertThat(small.givenUpForSpace()).isZero();
    }

    @Test
    void oneIsKeptHoweverLongItIs() {
        ExemplarStore small = new ExemplarStore(1);

        small.put(big("a"));

        assertThat(small.size()).isEqualTo(1);
    }

    /** 1,256 bytes. */
    private static Exemplar big(String letter) {
        return Exemplar.of(letter.repeat(500), Exemplar.Origin.CONFIGURED, Instant.EPOCH);
    }
}
