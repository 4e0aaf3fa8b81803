package io.musemeter.scorer.service;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** Trust follows the bind address: a service others can reach asks who they are. */
final class BindRule {
    private BindRule() {}

    /**
     * Checks an address to bind to.
     *
     * @throws IllegalStateException when it is no loopback address and no token is configured
     */
    static void check(String host, Optional<String> token) {
        if (token.filter(String::isBlank).isPresent()) {
            throw new IllegalStateException("musemeter.scorer.token: must not be blank");
        }
        if (token.isEmpty() && !loopback(host)) {
            throw new IllegalStateException("quarkus.http.host: " + host
                    + " can be reached from other machines; set musemeter.scorer.token, or bind to 127.0.0.1");
        }
    }

    private static boolean loopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("quarkus.http.host: " + host + " is not a known address", e);
        }
    }
}
