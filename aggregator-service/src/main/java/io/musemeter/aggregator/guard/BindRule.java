package io.musemeter.aggregator.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Trust follows the bind address: beyond loopback a service needs a token. */
final class BindRule {
    private BindRule() {}

    /** @throws IllegalStateException when the host is reachable by others and there is no token */
    static void check(String host, boolean hasToken) {
        if (!hasToken && !loopback(host)) {
            throw new IllegalStateException("quarkus.http.host is not a loopback address: set"
                    + " musemeter.aggregator.token, which requests must then carry");
        }
    }

    private static boolean loopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
