package io.musemeter.generator.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.musemeter.events.InvalidEventException;
import io.musemeter.generator.intake.LogUnavailableException;
import io.musemeter.generator.pressure.BusyException;
import io.musemeter.generator.pressure.TooLargeException;
import io.musemeter.generator.pressure.UnknownEncodingException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Exceptions as answers; none quotes what was sent. */
public class ProblemMappers {

    @ServerExceptionMapper
    Response invalid(InvalidEventException e) {
        return answer(Response.Status.BAD_REQUEST.getStatusCode(), new Problem(e.field(), e.problem()));
    }

    @ServerExceptionMapper
    Response notJson(JsonProcessingException e) {
        return answer(
                Response.Status.BAD_REQUEST.getStatusCode(), new Problem("$", "is not JSON of the form asked for"));
    }

    /** Quarkus's own mapper for this one says nothing in production, and quotes the value elsewhere. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException e) {
        String field = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        return answer(
                Response.Status.BAD_REQUEST.getStatusCode(),
                new Problem(field.isEmpty() ? "$" : field, "is not of the type asked for"));
    }

    @ServerExceptionMapper
    Response unavailable(LogUnavailableException e) {
        return Response.fromResponse(answer(
                        Response.Status.SERVICE_UNAVAILABLE.getStatusCode(),
                        new Problem("$", "the log does not answer; send it again")))
                .header("Retry-After", 5)
                .build();
    }

    @ServerExceptionMapper
    Response busy(BusyException e) {
        return Response.fromResponse(answer(
                        Response.Status.TOO_MANY_REQUESTS.getStatusCode(),
                        new Problem("$", "too much is under way; send it again")))
                .header("Retry-After", 1)
                .build();
    }

    @ServerExceptionMapper
    Response tooLarge(TooLargeException e) {
        return answer(
                Response.Status.REQUEST_ENTITY_TOO_LARGE.getStatusCode(),
                new Problem("$", String.valueOf(e.getMessage())));
    }

    @ServerExceptionMapper
    Response unknownEncoding(UnknownEncodingException e) {
        return answer(
                Response.Status.UNSUPPORTED_MEDIA_TYPE.getStatusCode(),
                new Problem("Content-Encoding", "is neither identity nor gzip"));
    }

    private static Response answer(int status, Problem problem) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(problem)
                .build();
    }
}
