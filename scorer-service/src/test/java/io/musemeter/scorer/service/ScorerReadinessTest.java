package io.musemeter.scorer.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.musemeter.events.Exemplar;
import io.musemeter.kafka.testing.TestKafka;
import io.musemeter.scorer.reference.InvalidReferenceSetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has to be there before an instance says that it is ready. */
class ScorerReadinessTest {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final List<String> REFERENCE = IntStream.range(0, 5)
            .mapToObj(n -> "{\"storyId\": \"s" + n + "\", \"temperature\": 1, \"text\": \"Fox " + n + " ran.\"}")
            .toList();

    private static TestKafka broker;
    private static Topics topics;

    @TempDir
    Path folder;

    @BeforeAll
    static void startBroker() {
        broker = TestKafka.start();
        topics = new Topics(broker.bootstrapServers());
        topics.write(Exemplar.of("A fox.", Exemplar.Origin.CONFIGURED, Instant.now()));
    }

    @AfterAll
    static void stopBroker() {
        topics.close();
        broker.close();
    }

    @Test
    void isNotReadyWhileItsReferenceSetIsStillBeingRead() throws Exception {
        Path slow = pipe();
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try (ScorerService service = service(registry, slow)) {
            CompletableFuture<Void> started = CompletableFuture.runAsync(service::start);
            await().atMost(LONGEST)
                    .until(() ->
                            registry.get("musemeter.scorer.exemplars").gauge().value() == 1);
            boolean readyWithoutIt = service.ready();

            Files.write(slow, REFERENCE);

            started.join();
            await().atMost(LONGEST).until(service::ready);
            assertThat(readyWithoutIt).isFalse();
        }
    }

    @Test
    void aReferenceSetThatIsNoneStopsTheStartAndEverythingWithIt() throws Exception {
        Path wrong = Files.write(folder.resolve("wrong.jsonl"), REFERENCE.subList(0, 4));
        try (ScorerService service = service(new SimpleMeterRegistry(), wrong)) {

            assertThatThrownBy(service::start)
                    .isInstanceOf(InvalidReferenceSetException.class)
                    .hasMessage("holds 4 stories, needs at least 5");
            assertThat(service.ready()).isFalse();
            assertThat(service.alive()).isFalse();
        }
    }

    private static ScorerService service(SimpleMeterRegistry registry, Path referenceSet) {
        String[] settings = {"families", "lexical", "reference-set", referenceSet.toString()};
        return new ScorerService(TestConfig.with(settings), TestConfig.judge(), topics.kafka(), registry);
    }

    /** A file that cannot be read before somebody writes it. */
    private Path pipe() throws IOException, InterruptedException {
        Path pipe = folder.resolve("slow.jsonl");
        boolean made = Files.isExecutable(Path.of("/usr/bin/mkfifo"))
                && new ProcessBuilder("/usr/bin/mkfifo", pipe.toString())
                                .start()
                                .waitFor()
                        == 0;
        assumeTrue(made, "mkfifo is not installed");
        return pipe;
    }
}
