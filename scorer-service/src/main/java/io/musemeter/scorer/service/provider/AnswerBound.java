package io.musemeter.scorer.service.provider;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.resteasy.reactive.client.impl.ClientRequestContextImpl;

/**
 * Bounds what a provider may send. The client below quarkus-langchain4j takes an answer in whole before anybody sees it, and
 * goes on taking it when the call has been given up; so the bound is on its connections. Being a provider, this holds for
 * every REST client of the application.
 */
@Provider
public class AnswerBound implements ClientRequestFilter {
    /** A hundred tokens with twenty alternatives each are a tenth of it. */
    static final long MOST_BYTES = 2L << 20;

    private static final String NAME = "answer-bound";

    @Override
    public void filter(ClientRequestContext request) {
        if (request instanceof ClientRequestContextImpl context) {
            // Holds for the connections to come; the first is made after this.
            context.getRestClientRequestContext().getHttpClient().connectionHandler(AnswerBound::bound);
        }
    }

    private static void bound(HttpConnection connection) {
        if (connection instanceof ConnectionBase base
                && base.channel().pipeline().get(NAME) == null) {
            base.channel().pipeline().addFirst(NAME, new BoundedAnswers(MOST_BYTES, longest()));
        }
    }

    private static Duration longest() {
        return ConfigProvider.getConfig().getValue("musemeter.scorer.judge.timeout", Duration.class);
    }
}
