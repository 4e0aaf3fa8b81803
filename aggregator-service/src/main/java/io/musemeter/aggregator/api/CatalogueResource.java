package io.musemeter.aggregator.api;

import io.musemeter.events.EventJson;
import io.musemeter.events.metrics.MetricCatalogue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What each metric is called, which way it points and in which unit: what people need beside the figures. */
@Path("/api/metrics")
public class CatalogueResource {

    /** Every metric of the catalogue, as JSON. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] metrics() {
        return EventJson.write(MetricCatalogue.all());
    }
}
