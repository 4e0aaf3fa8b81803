package io.musemeter.aggregator.api;

import io.musemeter.events.InvalidEventException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Exceptions as answers; none quotes what was sent. */
public class Problems {

    @ServerExceptionMapper
    Response invalid(InvalidEventException e) {
        return answer(400, e.field(), e.problem());
    }

    @ServerExceptionMapper
    Response unknown(NotFoundException e) {
        return answer(404, "$", "there is nothing of that name");
    }

    static Response answer(int status, String parameter, String detail, String... header) {
        Response.ResponseBuilder response = Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .entity(new Problem(title(status), status, detail, parameter));
        return header.length == 2 ? response.header(header[0], header[1]).build() : response.build();
    }

    private static String title(int status) {
        return Response.Status.fromStatusCode(status).getReasonPhrase();
    }
}
