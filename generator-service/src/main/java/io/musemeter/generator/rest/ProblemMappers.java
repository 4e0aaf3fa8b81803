package io.musemeter.generator.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.musemeter.events.InvalidEventException;
import io.musemeter.generator.intake.LogUnavailableException;
import io.musemeter.generator.pressure.BusyException;
import io.musemeter.generator.pressure.TooLargeException;
import io.musemeter.generator.pressure.UnknownEncodingException;
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

    @ServerExceptionMapper({
        LogUnavailableException.class,
        BusyException.class,
        TooLargeException.class,
        UnknownEncodingException.class
    })
    Response refused(RuntimeException e) {
        Refusal refusal = Refusal.of(e);
        return refusal.response(refusal.problem()).build();
    }

    private static Response answer(int status, Problem problem) {
        return new Refusal(status, null, problem).response(problem).build();
    }
}
