package io.musemeter.generator.rest;

import io.musemeter.events.InvalidEventException;
import io.musemeter.generator.intake.LogUnavailableException;
import io.musemeter.generator.pressure.BusyException;
import io.musemeter.generator.pressure.TooLargeException;
import io.musemeter.generator.pressure.UnknownEncodingException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request that is turned away, whatever form it is told in.
 *
 * @param status HTTP status
 * @param retryAfterSeconds when to send the request again, null when that is of no use
 * @param problem why
 */
public record Refusal(int status, @Nullable Integer retryAfterSeconds, Problem problem) {

    /**
     * How an exception of ours is answered.
     *
     * @throws IllegalArgumentException when it is none of ours
     */
    public static Refusal of(RuntimeException e) {
        if (e instanceof InvalidEventException invalid) {
            return new Refusal(400, null, new Problem(invalid.field(), invalid.problem()));
        }
        if (e instanceof LogUnavailableException) {
            return new Refusal(503, 5, new Problem("$", "the log does not answer; send it again"));
        }
        if (e instanceof BusyException) {
            return new Refusal(429, 1, new Problem("$", "too much is under way; send it again"));
        }
        if (e instanceof TooLargeException) {
            return new Refusal(413, null, new Problem("$", String.valueOf(e.getMessage())));
        }
        if (e instanceof UnknownEncodingException) {
            return new Refusal(415, null, new Problem("Content-Encoding", String.valueOf(e.getMessage())));
        }
        throw new IllegalArgumentException("no refusal of ours", e);
    }

    /** The answer with a body as JSON. */
    public Response.ResponseBuilder response(Object body) {
        return response(body, MediaType.APPLICATION_JSON);
    }

    /** The answer with a body of a media type. */
    public Response.ResponseBuilder response(Object body, String mediaType) {
        Response.ResponseBuilder response =
                Response.status(status).type(mediaType).entity(body);
        return retryAfterSeconds == null ? response : response.header("Retry-After", retryAfterSeconds);
    }
}
