package io.musemeter.generator.intake;

import io.musemeter.events.Exemplar;
import io.musemeter.events.InvalidEventException;
import io.musemeter.generator.config.GeneratorConfig;
import io.musemeter.generator.privacy.Redactions;
import io.musemeter.generator.publish.StoryLog;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes what stories are to be compared with. */
@Path("/api/exemplars")
public class ExemplarResource {
    private final StoryLog log;
    private final long longestText;
    private final Redactions redactions;

    ExemplarResource(StoryLog log, GeneratorConfig config) {
        this.log = log;
        this.longestText = config.intake().maxText().asLongValue();
        this.redactions = Redactions.of(config.privacy().redact());
    }

    /**
     * An exemplar to be.
     *
     * @param text its text; what is left of it after redaction has its identity by its hash
     */
    public record Form(@Nullable String text) {}

    /**
     * An exemplar in the log.
     *
     * @param exemplarHash its identity, which stories name
     */
    public record Known(String exemplarHash) {}

    /** Appends an exemplar; the same text again is the same exemplar. */
    @POST
    public Uni<Known> add(Form form) {
        if (form.text() == null || form.text().isBlank()) {
            throw new InvalidEventException("text", "is required");
        }
        if (form.text().getBytes(StandardCharsets.UTF_8).length > longestText) {
            throw new InvalidEventException("text", "is longer than " + longestText + " bytes");
        }
        Exemplar exemplar = Exemplar.of(
                redactions.apply(Utf8.paired(form.text(), "text")), Exemplar.Origin.CONFIGURED, Instant.now());
        return log.append(exemplar).replaceWith(() -> new Known(exemplar.exemplarHash()));
    }
}
