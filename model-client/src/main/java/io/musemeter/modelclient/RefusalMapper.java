package io.musemeter.modelclient;

import jakarta.annotation.Priority;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/**
 * Keeps status and Retry-After of a provider's refusal. Being a provider, it holds for every REST client of the
 * application, the one below quarkus-langchain4j among them; it comes before that client's own mapper, which keeps the
 * body alone.
 */
@Provider
@Priority(1)
public class RefusalMapper implements ResponseExceptionMapper<RefusedException> {
    /** What a refusal is told by stands at its beginning. */
    private static final int MOST_READ = 64 << 10;

    /** What the client gives where nobody answered at all. */
    private static final int NO_ANSWER = 0;

    private final Clock clock = Clock.systemUTC();

    /** No answer is no refusal: mapping it would take the place of the exception that says why. */
    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status != NO_ANSWER && Response.Status.Family.familyOf(status) != Response.Status.Family.SUCCESSFUL;
    }

    @Override
    public RefusedException toThrowable(Response response) {
        String body = response.hasEntity() ? response.readEntity(String.class) : "";
        return new RefusedException(
                response.getStatus(),
                body.substring(0, Math.min(MOST_READ, body.length())),
                RetryAfter.parse(response.getHeaderString(HttpHeaders.RETRY_AFTER), clock));
    }
}
