package io.musemeter.launcher.doctor;

import io.musemeter.launcher.process.DataLock;
import io.musemeter.launcher.process.LocalSystem;
import io.musemeter.launcher.process.RunFile;
import io.musemeter.launcher.settings.LocalSettings;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks at everything a local system needs of a machine. */
final class Checks {
    private static final Pattern MAVEN_VERSION = Pattern.compile("Apache Maven ([0-9]+)\\.([0-9]+)[^ \\n]*");
    private static final long LEAST_FREE = 512L << 20;

    private final LocalSettings settings;

    Checks(LocalSettings settings) {
        this.settings = settings;
    }

    List<Check> all() throws IOException, InterruptedException {
        List<Check> checks = new ArrayList<>();
        checks.add(java());
        checks.add(maven());
        boolean runs = !new RunFile(settings.data()).alive().isEmpty();
        for (Map.Entry<String, Integer> port : settings.ports().bySetting().entrySet()) {
            checks.add(port(port.getKey(), port.getValue(), runs));
        }
        checks.add(disk());
        checks.add(locks());
        return checks;
    }

    private static Check java() {
        String remedy = "install a JDK 17 or later, or point JAVA_HOME at one";
        int version = Runtime.version().feature();
        if (version < 17) {
            return new Check.Wrong("Java", "version " + version, remedy);
        }
        boolean compiles =
                Files.isExecutable(Path.of(System.getProperty("java.home")).resolve("bin/javac"));
        return compiles
                ? new Check.Fine("Java", Runtime.version().toString())
                : new Check.Wrong("Java", Runtime.version() + " is a runtime without a compiler", remedy);
    }

    private static Check maven() throws InterruptedException {
        String remedy = "install Maven 3.8 or later; it builds the programs";
        try {
            Process maven = new ProcessBuilder("mvn", "-B", "--version")
                    .redirectErrorStream(true)
                    .start();
            maven.getOutputStream().close();
            String said = new String(maven.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("\\u001B\\[[0-9;]*m", "");
            maven.waitFor(30, TimeUnit.SECONDS);
            Matcher version = MAVEN_VERSION.matcher(said);
            if (!version.find()) {
                return new Check.Wrong("Maven", "does not say its version", remedy);
            }
            int major = Integer.parseInt(version.group(1));
            boolean recent = major > 3 || (major == 3 && Integer.parseInt(version.group(2)) >= 8);
            return recent
                    ? new Check.Fine("Maven", version.group())
                    : new Check.Wrong("Maven", version.group() + " is too old", remedy);
        } catch (IOException e) {
            return new Check.Wrong("Maven", "is not on the PATH", remedy);
        }
    }

    private static Check port(String setting, int port, boolean runs) {
        String subject = "port " + port;
        if (LocalSystem.portIsFree(port)) {
            return runs
                    ? new Check.Wrong(
                            subject,
                            "nothing listens though a system runs",
                            "look into its log, or run ./musemeter down")
                    : new Check.Fine(subject, "free");
        }
        return runs
                ? new Check.Fine(subject, "used by the running system")
                : new Check.Wrong(
                        subject,
                        "in use by another program",
                        "set " + setting + " to a free port, or end that program");
    }

    private Check disk() throws IOException {
        Path existing = settings.data();
        while (!Files.exists(existing)) {
            Path parent = existing.getParent();
            if (parent == null) {
                return new Check.Wrong("disk", "no folder of " + settings.data() + " exists", "set MUSEMETER_DATA");
            }
            existing = parent;
        }
        if (!Files.isDirectory(existing)) {
            return new Check.Wrong("disk", existing + " is no folder", "set MUSEMETER_DATA to a folder of yours");
        }
        if (!Files.isWritable(existing)) {
            return new Check.Wrong("disk", existing + " cannot be written", "set MUSEMETER_DATA to a folder of yours");
        }
        long free = Files.getFileStore(existing).getUsableSpace();
        long used = Files.isDirectory(settings.data()) ? size(settings.data()) : 0;
        String finding = (free >> 20) + " MB free for " + settings.data() + ", which holds " + (used >> 20)
                + " MB, bound " + (settings.diskBytes() >> 20) + " MB";
        return free < Math.max(LEAST_FREE, settings.diskBytes() - used)
                ? new Check.Wrong("disk", finding, "free some room, lower MUSEMETER_DISK, or move MUSEMETER_DATA")
                : new Check.Fine("disk", finding);
    }

    /** Files come and go while a system runs: what is gone by the time it is looked at counts nothing. */
    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toFile)
                    .filter(File::isFile)
                    .mapToLong(File::length)
                    .sum();
        } catch (UncheckedIOException e) {
            return 0;
        }
    }

    private Check locks() throws IOException {
        Map<String, ProcessHandle> alive = new RunFile(settings.data()).alive();
        if (!Files.exists(settings.data())) {
            return new Check.Fine("locks", "no data folder yet");
        }
        Optional<DataLock> lock = DataLock.take(settings.data());
        if (lock.isEmpty()) {
            return new Check.Fine("locks", "held by the running system");
        }
        lock.get().close();
        return alive.isEmpty()
                ? new Check.Fine("locks", "none")
                : new Check.Wrong(
                        "locks",
                        "no launcher, but still running: " + String.join(", ", alive.keySet()),
                        "run ./musemeter down");
    }
}
