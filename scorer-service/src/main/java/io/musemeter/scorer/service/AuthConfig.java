package io.musemeter.scorer.service;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Who may reach the service over HTTP. */
@ConfigMapping(prefix = "musemeter.auth")
public interface AuthConfig {
    /** Bearer token asked of every request but those for health; required when bound to other than a loopback address. */
    Optional<String> token();
}
