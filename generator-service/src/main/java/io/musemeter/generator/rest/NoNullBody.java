package io.musemeter.generator.rest;

import io.musemeter.events.InvalidEventException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** A body that is JSON's {@code null}, or none, is a bad request wherever a body is asked for. */
@Provider
public class NoNullBody implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = context.proceed();
        if (body == null) {
            throw new InvalidEventException("$", "is required");
        }
        return body;
    }
}
