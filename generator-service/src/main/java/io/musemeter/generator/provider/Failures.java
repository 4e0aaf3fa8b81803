package io.musemeter.generator.provider;

import com.fasterxml.jackson.core.JacksonException;
import io.musemeter.events.NotWrittenReason;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.util.Optional;
import java.util.stream.Stream;

/** What a failed request means. */
final class Failures {
    private Failures() {}

    /** The failure at the root: clients wrap what happened in exceptions of their own. */
    static Throwable root(Throwable thrown) {
        return Stream.iterate(thrown, t -> t != null, Throwable::getCause)
                .filter(t -> t instanceof RefusedException
                        || t instanceof BudgetExhaustedException
                        || t instanceof HttpTimeoutException)
                .findFirst()
                .orElse(thrown);
    }

    /** Whether another try may go otherwise. */
    static boolean passing(Throwable root) {
        return root instanceof RefusedException refused
                ? refused.passing()
                : root instanceof HttpTimeoutException || hasCause(root, IOException.class);
    }

    static NotWrittenReason reason(Throwable root) {
        if (root instanceof BudgetExhaustedException) {
            return NotWrittenReason.BUDGET_EXHAUSTED;
        }
        if (root instanceof HttpTimeoutException) {
            return NotWrittenReason.TIMEOUT;
        }
        if (root instanceof RefusedException refused) {
            return reason(refused);
        }
        // A body that is cut or no JSON fails in the client's parser, beneath which there is no connection's fault.
        return hasCause(root, JacksonException.class)
                ? NotWrittenReason.MALFORMED_ANSWER
                : NotWrittenReason.PROVIDER_ERROR;
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
        if (refused.mentions("temperature")) {
            return NotWrittenReason.TEMPERATURE_REFUSED;
        }
        if (refused.mentions("content_filter") || refused.mentions("content management")) {
            return NotWrittenReason.CONTENT_FILTER;
        }
        return refused.mentions("model_not_found") || refused.mentions("does not exist")
                ? NotWrittenReason.MODEL_UNKNOWN
                : NotWrittenReason.PROVIDER_ERROR;
    }

    /** The optional setting that a provider does not take, if that is why it refused. */
    static Optional<Setting> refusedSetting(Throwable root) {
        return root instanceof RefusedException refused && (refused.status() == 400 || refused.status() == 422)
                ? Stream.of(Setting.values())
                        .filter(setting -> refused.mentions(setting.wireName()))
                        .findFirst()
                : Optional.empty();
    }

    private static boolean hasCause(Throwable thrown, Class<? extends Throwable> type) {
        return Stream.iterate(thrown, t -> t != null, Throwable::getCause)
                .anyMatch(t -> type.isInstance(t) && !(t instanceof JacksonException && type == IOException.class));
    }
}
