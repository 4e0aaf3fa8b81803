package io.musemeter.generator.scoresout;

import com.google.protobuf.InvalidProtocolBufferException;
import io.musemeter.generator.config.ScoresOutConfig;
import io.musemeter.generator.retry.Waits;
import io.musemeter.modelclient.RetryAfter;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Sends scores by OTLP/HTTP with protobuf, and again for as long as the receiver may still take them. */
final class OtlpSender {
    private static final Logger LOG = Logger.getLogger(OtlpSender.class);

    private final ScoresOutConfig config;
    private final Clock clock;
    private final Waits waits;
    private final HttpClient client;

    OtlpSender(ScoresOutConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.waits = new Waits(config.backoff(), config.longestBackoff());
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.timeout())
                .build();
    }

    /**
     * Sends one batch; completes with the number of scores that the receiver did not take. It fails with a {@link
     * ReceiverException} when the receiver refuses the whole batch for good, and never for want of the receiver.
     */
    Uni<Long> send(List<TracedScore> scores) {
        HttpRequest request = request(Export.request(scores, config.signal(), clock.instant()));
        AtomicInteger tries = new AtomicInteger();
        return Uni.createFrom()
                .completionStage(() -> client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()))
                .map(this::rejected)
                .onFailure(OtlpSender::passing)
                .retry()
                .when(failures -> failures.onItem()
                        .transformToUniAndConcatenate(failure -> pause(failure, tries.getAndIncrement())));
    }

    /** Where a signal goes below a base address (OTLP 1.5, "OTLP/HTTP Request"). */
    static URI address(URI base, ScoresOutConfig.Signal signal) {
        return URI.create(base.toString().replaceFirst("/+$", "")
                + switch (signal) {
                    case LOGS -> "/v1/logs";
                    case TRACES -> "/v1/traces";
                });
    }

    private HttpRequest request(byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(config.endpoint(), config.signal()))
                .timeout(config.timeout())
                .header("Content-Type", "application/x-protobuf");
        config.headers().forEach(request::setHeader);
        return request.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
    }

    private long rejected(HttpResponse<byte[]> response) {
        if (response.statusCode() / 100 != 2) {
            throw new ReceiverException(
                    response.statusCode(),
                    RetryAfter.parse(
                            response.headers().firstValue("Retry-After").orElse(null), clock));
        }
        try {
            return Export.rejected(response.body(), config.signal());
        } catch (InvalidProtocolBufferException e) {
            // Some receivers answer success with words of their own.
            return 0;
        }
    }

    private static boolean passing(Throwable failure) {
        return failure instanceof ReceiverException refused ? refused.passing() : failure instanceof IOException;
    }

    private Uni<Integer> pause(Throwable failure, int tries) {
        Optional<Duration> asked =
                failure instanceof ReceiverException refused ? refused.retryAfter() : Optional.empty();
        Duration wait = waits.after(tries, asked);
        if (tries == 0) {
            LOG.warnf("Scores cannot be sent yet (%s); trying again until they are", failure.getMessage());
        }
        return Uni.createFrom().item(tries).onItem().delayIt().by(wait.isZero() ? Duration.ofMillis(1) : wait);
    }
}
