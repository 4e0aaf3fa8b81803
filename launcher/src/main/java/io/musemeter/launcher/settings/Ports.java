package io.musemeter.launcher.settings;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The ports of a local system, all on 127.0.0.1.
 *
 * @param page aggregator: page and API ({@code MUSEMETER_PORT})
 * @param generator every way in ({@code MUSEMETER_GENERATOR_PORT})
 * @param scorer health and metrics ({@code MUSEMETER_SCORER_PORT})
 * @param broker Kafka clients ({@code MUSEMETER_BROKER_PORT})
 * @param controller Kafka's controller ({@code MUSEMETER_CONTROLLER_PORT})
 */
public record Ports(int page, int generator, int scorer, int broker, int controller) {

    /** @throws IllegalArgumentException when a port is out of range or taken twice */
    public Ports {
        Map<Integer, String> owners = new LinkedHashMap<>();
        claim(owners, page, "MUSEMETER_PORT");
        claim(owners, generator, "MUSEMETER_GENERATOR_PORT");
        claim(owners, scorer, "MUSEMETER_SCORER_PORT");
        claim(owners, broker, "MUSEMETER_BROKER_PORT");
        claim(owners, controller, "MUSEMETER_CONTROLLER_PORT");
    }

    /** The ports by the setting that moves each. */
    public Map<String, Integer> bySetting() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("MUSEMETER_PORT", page);
        ports.put("MUSEMETER_GENERATOR_PORT", generator);
        ports.put("MUSEMETER_SCORER_PORT", scorer);
        ports.put("MUSEMETER_BROKER_PORT", broker);
        ports.put("MUSEMETER_CONTROLLER_PORT", controller);
        return ports;
    }

    private static void claim(Map<Integer, String> owners, int port, String setting) {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(setting + ": " + port + " is no port (1 to 65535)");
        }
        String owner = owners.putIfAbsent(port, setting);
        if (owner != null) {
            throw new IllegalArgumentException(setting + ": " + port + " is taken by " + owner + " already");
        }
    }
}
