package io.musemeter.generator.provider;

import io.musemeter.events.NotWrittenReason;
import io.musemeter.modelclient.Failures;
import io.musemeter.modelclient.RefusedException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** What a failed request means for its story. */
final class Reasons {
    private static final int REQUEST_TIMEOUT = 408;
    private static final int GATEWAY_TIMEOUT = 504;
    /** Unauthorized, payment required, forbidden, not found: whatever the request says. */
    private static final Set<Integer> SHUT_OUT = Set.of(401, 402, 403, 404);

    private static final String TEMPERATURE = "temperature";

    /** What a refusal may be about. */
    private static final List<String> PARAMETERS = Stream.concat(
                    Stream.of(TEMPERATURE), Stream.of(Setting.values()).map(Setting::wireName))
            .toList();

    /** Of both libraries that may end a try: the guard around it, and the client below it. */
    private static final List<Class<? extends Throwable>> TIMED_OUT =
            List.of(org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException.class, TimeoutException.class);

    private Reasons() {}

    /** The failure at the root: clients wrap what happened in exceptions of their own. */
    static Throwable root(Throwable thrown) {
        return Failures.causes(thrown)
                .filter(t -> t instanceof RefusedException || t instanceof BudgetExhaustedException)
                .findFirst()
                .orElse(thrown);
    }

    /** Whether another try may go otherwise. */
    static boolean passing(Throwable root) {
        if (root instanceof RefusedException refused) {
            return refused.passing();
        }
        return !interrupted(root) && (Failures.within(root, TIMED_OUT) || Failures.disconnected(root));
    }

    /** The same, within the waits that a request has: a provider that asks for a longer one is left alone instead. */
    static boolean worthRepeating(Throwable root, Duration longestWait) {
        return passing(root) && !asksForMoreThan(root, longestWait);
    }

    /**
     * Whether the provider is to be left alone when it goes on: it fails, nobody answers, or it takes no request with this
     * key or for this model. A time-out may be the temperature's doing and a refusal for load says itself how long to wait,
     * so neither counts.
     */
    static boolean unavailable(Throwable root) {
        if (root instanceof RefusedException refused) {
            return SHUT_OUT.contains(refused.status())
                    || reason(refused) == NotWrittenReason.MODEL_UNKNOWN
                    || (refused.unavailable() && refused.status() != GATEWAY_TIMEOUT);
        }
        return !interrupted(root) && !Failures.within(root, TIMED_OUT) && Failures.disconnected(root);
    }

    /** Whether the request never reached the provider, or was turned away before it did anything: it costs nothing. */
    static boolean notCarriedOut(Throwable root) {
        if (root instanceof RefusedException refused) {
            return refused.status() >= 400 && refused.status() < 500 && refused.status() != REQUEST_TIMEOUT;
        }
        return Failures.unreachable(root);
    }

    /** How long a provider asks to be left alone. */
    static Optional<Duration> retryAfter(Throwable root) {
        return root instanceof RefusedException refused && refused.passing() ? refused.retryAfter() : Optional.empty();
    }

    static boolean asksForMoreThan(Throwable root, Duration longestWait) {
        return retryAfter(root).filter(wait -> wait.compareTo(longestWait) > 0).isPresent();
    }

    static NotWrittenReason reason(Throwable root) {
        if (root instanceof RefusedException refused) {
            return reason(refused);
        }
        if (Failures.within(root, TIMED_OUT)) {
            return NotWrittenReason.TIMEOUT;
        }
        return Failures.malformed(root) ? NotWrittenReason.MALFORMED_ANSWER : NotWrittenReason.PROVIDER_ERROR;
    }

    /** Whether the service is being stopped while it waited. */
    static boolean interrupted(Throwable thrown) {
        return Failures.within(thrown, List.of(InterruptedException.class));
    }

    private static NotWrittenReason reason(RefusedException refused) {
        return switch (refused.status()) {
            case 408, 504 -> NotWrittenReason.TIMEOUT;
            case 429 -> NotWrittenReason.RATE_LIMITED;
            case 404 -> NotWrittenReason.MODEL_UNKNOWN;
            case 400, 422 -> rejectedRequest(refused);
            default -> NotWrittenReason.PROVIDER_ERROR;
        };
    }

    private static NotWrittenReason rejectedRequest(RefusedException refused) {
        if (refused.refusal().says("content_filter", "content management")) {
            return NotWrittenReason.CONTENT_FILTER;
        }
        if (refused.refusal().says("model_not_found", "does not exist")) {
            return NotWrittenReason.MODEL_UNKNOWN;
        }
        return refused.refusal()
                        .parameterOf(PARAMETERS)
                        .filter(TEMPERATURE::equals)
                        .isPresent()
                ? NotWrittenReason.TEMPERATURE_REFUSED
                : NotWrittenReason.PROVIDER_ERROR;
    }

    /** The optional setting that a provider does not take, if that is why it refused. */
    static Optional<Setting> refusedSetting(Throwable root) {
        if (!(root instanceof RefusedException refused) || (refused.status() != 400 && refused.status() != 422)) {
            return Optional.empty();
        }
        Optional<String> parameter = refused.refusal().parameterOf(PARAMETERS);
        return Stream.of(Setting.values())
                .filter(setting -> parameter.filter(setting.wireName()::equals).isPresent())
                .findFirst();
    }
}
