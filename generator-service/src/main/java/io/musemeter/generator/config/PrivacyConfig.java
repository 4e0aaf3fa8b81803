package io.musemeter.generator.config;

import io.smallrye.config.WithDefault;
import java.util.Map;
import java.util.regex.Pattern;

/** What is kept of texts from outside. */
public interface PrivacyConfig {

    /**
     * What is replaced in a text before it is stored or scored, in the order of the rules' names. With a rule, records that
     * break the contract are kept as their hash only.
     */
    Map<String, Redaction> redact();

    /**
     * Whether no text is kept but for scoring: records that break the contract as their hash only, and no story of
     * production's as an exemplar.
     */
    @WithDefault("false")
    boolean scoresOnly();

    /** One replacement. */
    interface Redaction {
        /** Regular expression of what is replaced. */
        Pattern pattern();

        /** What stands there instead. */
        @WithDefault("[redacted]")
        String replacement();
    }
}
