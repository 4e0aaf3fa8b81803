package io.musemeter.launcher.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a local system lives. Two systems with other data folders and ports do not meet.
 *
 * @param root the checkout with the built programs
 * @param data the one folder that holds everything a system writes ({@code MUSEMETER_DATA})
 * @param diskBytes bound of that folder ({@code MUSEMETER_DISK})
 * @param ports its ports
 */
public record LocalSettings(Path root, Path data, long diskBytes, Ports ports) {
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,6})\\s*([KMG])B?", Pattern.CASE_INSENSITIVE);
    private static final long LEAST_DISK = 256L << 20;

    /** @throws IllegalArgumentException when the bound of the data folder is below 256 MB */
    public LocalSettings {
        if (diskBytes < LEAST_DISK) {
            throw new IllegalArgumentException("MUSEMETER_DISK: at least 256M is needed");
        }
    }

    /**
     * Reads the environment; whatever is absent has its default.
     *
     * @throws IllegalArgumentException naming the variable whose value cannot be used
     */
    public static LocalSettings of(Path root, Map<String, String> environment) {
        Path data = root.resolve(environment.getOrDefault("MUSEMETER_DATA", ".musemeter"))
                .toAbsolutePath()
                .normalize();
        Ports ports = new Ports(
                port(environment, "MUSEMETER_PORT", 8080),
                port(environment, "MUSEMETER_GENERATOR_PORT", 8081),
                port(environment, "MUSEMETER_SCORER_PORT", 8082),
                port(environment, "MUSEMETER_BROKER_PORT", 9092),
                port(environment, "MUSEMETER_CONTROLLER_PORT", 9093));
        return new LocalSettings(root, data, bytes(environment.get("MUSEMETER_DISK")), ports);
    }

    /** How the bound of the data folder is divided. */
    public DiskShares disk() {
        return new DiskShares(diskBytes);
    }

    /** What Kafka clients connect to. */
    public String bootstrapServers() {
        return "127.0.0.1:" + ports.broker();
    }

    /** Where the programs log. */
    public Path logs() {
        return data.resolve("logs");
    }

    /** Where the page is, for people. */
    public String pageAddress() {
        return "http://localhost:" + ports.page();
    }

    private static int port(Map<String, String> environment, String variable, int otherwise) {
        String text = environment.get(variable);
        if (text == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(variable + ": '" + text + "' is no port", e);
        }
    }

    private static long bytes(@Nullable String text) {
        if (text == null) {
            return 2L << 30;
        }
        Matcher size = SIZE.matcher(text.strip());
        if (!size.matches()) {
            throw new IllegalArgumentException("MUSEMETER_DISK: '" + text + "' is no size such as 512M or 2G");
        }
        int shift = switch (size.group(2).toUpperCase(Locale.ROOT)) {
            case "K" -> 10;
            case "M" -> 20;
            default -> 30;
        };
        return Long.parseLong(size.group(1)) << shift;
    }
}
