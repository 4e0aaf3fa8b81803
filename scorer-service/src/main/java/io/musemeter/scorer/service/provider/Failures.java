package io.musemeter.scorer.service.provider;

import com.fasterxml.jackson.core.JacksonException;
import dev.langchain4j.exception.InternalServerException;
import io.musemeter.scorer.judge.JudgeCallException;
import io.musemeter.scorer.judge.JudgeCallException.Kind;
import io.quarkiverse.langchain4j.openai.common.OpenAiApiException;
import io.vertx.core.VertxException;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** What a failed call means: the libraries wrap what happened in exceptions of their own. */
final class Failures {
    /** Beneath an answer that came whole and says nothing: not JSON, an error object, no choice. */
    private static final List<Class<? extends Throwable>> MALFORMED =
            List.of(JacksonException.class, OpenAiApiException.class, InternalServerException.class);

    /** What a lost connection may look like, from the socket up. */
    private static final List<Class<? extends Throwable>> CONNECTION =
            List.of(IOException.class, ProcessingException.class, VertxException.class);

    private Failures() {}

    static JudgeCallException meaning(Throwable failure) {
        Optional<JudgeCallException> refused = causes(failure)
                .filter(RefusedException.class::isInstance)
                .findFirst()
                .map(cause -> ((RefusedException) cause).meaning());
        return refused.orElseGet(() -> new JudgeCallException(kind(failure), Optional.empty()));
    }

    private static Kind kind(Throwable failure) {
        if (within(failure, List.of(TimeoutException.class))) {
            return Kind.TIMED_OUT;
        }
        return !within(failure, MALFORMED) && within(failure, CONNECTION) ? Kind.UNAVAILABLE : Kind.MALFORMED;
    }

    private static boolean within(Throwable failure, List<Class<? extends Throwable>> types) {
        return causes(failure).anyMatch(cause -> types.stream().anyMatch(type -> type.isInstance(cause)));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
