package io.musemeter.modelclient;

import com.fasterxml.jackson.core.JacksonException;
import dev.langchain4j.exception.InternalServerException;
import io.quarkiverse.langchain4j.openai.common.OpenAiApiException;
import io.vertx.core.VertxException;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;

/** What a failed call was, beneath the exceptions that the libraries wrap it in. */
public final class Failures {
    private Failures() {}

    /** Beneath an answer that came whole and says nothing: not JSON, an error object, no choice. */
    private static final List<Class<? extends Throwable>> MALFORMED =
            List.of(JacksonException.class, OpenAiApiException.class, InternalServerException.class);

    /** What a lost connection may look like, from the socket up. */
    private static final List<Class<? extends Throwable>> CONNECTION =
            List.of(IOException.class, ProcessingException.class, VertxException.class);

    /** A connection that never came to be, so that nothing was sent on it. */
    private static final List<Class<? extends Throwable>> NOT_CONNECTED = List.of(
            ConnectException.class,
            NoRouteToHostException.class,
            UnknownHostException.class,
            SSLHandshakeException.class);

    /** The refusal beneath, if the model's server answered with one. */
    public static Optional<RefusedException> refusal(Throwable thrown) {
        return causes(thrown)
                .filter(RefusedException.class::isInstance)
                .map(RefusedException.class::cast)
                .findFirst();
    }

    /** Whether an answer came whole and could not be understood. */
    public static boolean malformed(Throwable thrown) {
        return within(thrown, MALFORMED);
    }

    /** Whether the call was over before anything was sent, so that it cost nothing. */
    public static boolean unreachable(Throwable thrown) {
        return within(thrown, NOT_CONNECTED);
    }

    /** Whether the connection could not be made or was lost before the answer was whole. */
    public static boolean disconnected(Throwable thrown) {
        return !malformed(thrown) && within(thrown, CONNECTION);
    }

    /** Whether one of the causes is of one of these types. */
    public static boolean within(Throwable thrown, List<Class<? extends Throwable>> types) {
        return causes(thrown).anyMatch(cause -> types.stream().anyMatch(type -> type.isInstance(cause)));
    }

    /** The exception and its causes, the outermost first. */
    public static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause);
    }
}
