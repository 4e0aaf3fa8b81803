package io.musemeter.launcher.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What a figure depends on beside the program: said with every measurement. */
final class Machine {
    private Machine() {}

    /** Processors, Java, and how busy the machine is. */
    static String description() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return String.format(
                Locale.ROOT,
                "%d processors, %s, Java %s, load average before the start %s",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.arch"),
                Runtime.version(),
                load < 0 ? "unknown" : String.format(Locale.ROOT, "%.1f", load));
    }
}
