package io.musemeter.generator.provider;

import com.fasterxml.jackson.core.JacksonException;
import dev.langchain4j.exception.InternalServerException;
import io.musemeter.events.NotWrittenReason;
import io.quarkiverse.langchain4j.openai.common.OpenAiApiException;
import io.vertx.core.VertxException;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** What a failed request means. */
final class Failures {
    private Failures() {}

    /** Exceptions beneath an answer that came whole and says nothing: not JSON, an error object, no choice. */
    private static final List<Class<? extends Throwable>> MALFORMED =
            List.of(JacksonException.class, OpenAiApiException.class, InternalServerException.class);

    /** Of both libraries that may end a try: the guard around it, and the client below it. */
    private static final List<Class<? extends Throwable>> TIMED_OUT =
            List.of(org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException.class, TimeoutException.class);

    /** What a lost connection may look like, from the socket up. */
    private static final List<Class<? extends Throwable>> CONNECTION =
            List.of(IOException.class, ProcessingException.class, VertxException.class);

    /** The failure at the root: clients wrap what happened in exceptions of their own. */
    static Throwable root(Throwable thrown) {
        return causes(thrown)
                .filter(t -> t instanceof RefusedException || t instanceof BudgetExhaustedException)
                .findFirst()
                .orElse(thrown);
    }

    /** Whether another try may go otherwise. */
    static boolean passing(Throwable root) {
        if (root instanceof RefusedException refused) {
            return refused.passing();
        }
        return !interrupted(root) && (within(root, TIMED_OUT) || !within(root, MALFORMED) && within(root, CONNECTION));
    }

    static NotWrittenReason reason(Throwable root) {
        if (root instanceof BudgetExhaustedException) {
            return NotWrittenReason.BUDGET_EXHAUSTED;
        }
        if (root instanceof RefusedException refused) {
            return reason(refused);
        }
        if (within(root, TIMED_OUT)) {
            return NotWrittenReason.TIMEOUT;
        }
        return within(root, MALFORMED) ? NotWrittenReason.MALFORMED_ANSWER : NotWrittenReason.PROVIDER_ERROR;
    }

    /** Whether the service is being stopped while it waited. */
    static boolean interrupted(Throwable thrown) {
        return within(thrown, List.of(InterruptedException.class));
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

    private static boolean within(Throwable thrown, List<Class<? extends Throwable>> types) {
        return causes(thrown).anyMatch(cause -> types.stream().anyMatch(type -> type.isInstance(cause)));
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, t -> t != null, Throwable::getCause);
    }
}
