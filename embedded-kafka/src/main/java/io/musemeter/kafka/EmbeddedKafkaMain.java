package io.musemeter.kafka;

import io.musemeter.kafka.broker.Broker;
import io.musemeter.kafka.broker.BrokerLog;
import io.musemeter.kafka.broker.BrokerSettings;
import io.musemeter.kafka.broker.DataFolder;
import io.musemeter.kafka.broker.ParentWatch;
import io.musemeter.kafka.broker.Ports;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs one broker until it is told to stop: the program behind {@link EmbeddedKafka} and the local run. */
@Command(
        name = "embedded-kafka",
        description = "An Apache Kafka broker (KRaft) on 127.0.0.1 with Musemeter's topics.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class EmbeddedKafkaMain implements Callable<Integer> {
    @Option(names = "--data", required = true, description = "Data folder, made on first use.")
    private Path data = Path.of("");

    @Option(names = "--port", defaultValue = "9092", description = "Port for clients, 0 for a free one.")
    private int port;

    @Option(names = "--controller-port", defaultValue = "0", description = "Port of the controller, 0 for a free one.")
    private int controllerPort;

    @Option(
            names = "--disk-bytes",
            defaultValue = "" + KafkaOptions.DEFAULT_DISK_BYTES,
            description = "Bound of the data folder.")
    private long diskBytes;

    @Option(
            names = "--retention",
            defaultValue = "${env:MUSEMETER_RETENTION:-}",
            description = "How long topics keep their records, such as stories=1h,embeddings=1h.")
    private String retention = "";

    @Option(names = "--parent-pid", description = "Stop when this process ends.")
    private @Nullable Long parentPid;

    private final PrintStream announcements;
    private final AtomicBoolean announced = new AtomicBoolean();

    private EmbeddedKafkaMain(PrintStream announcements) {
        this.announcements = announcements;
    }

    /** Starts the broker; the exit code is that of {@link FailureReason}. */
    public static void main(String[] args) {
        PrintStream announcements = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        // Whatever a library prints must not be taken for an announcement.
        System.setOut(System.err);
        EmbeddedKafkaMain main = new EmbeddedKafkaMain(announcements);
        System.exit(new CommandLine(main)
                .setOut(new PrintWriter(announcements, true, StandardCharsets.UTF_8))
                .execute(args));
    }

    @Override
    public Integer call() {
        try {
            run();
            return 0;
        } catch (EmbeddedKafkaException e) {
            announce(new Announcement.Failed(e.reason(), String.valueOf(e.getMessage())));
            return e.reason().exitCode();
        }
    }

    private void run() {
        DataFolder folder = DataFolder.lock(data);
        BrokerLog.writeTo(folder.path());
        BrokerSettings settings = BrokerSettings.of(
                Ports.choose("--port", port), Ports.choose("--controller-port", controllerPort), diskBytes, retention);
        Exit.setExitProcedure((code, message) -> endAbruptly(folder, code));
        Exit.setHaltProcedure((code, message) -> endAbruptly(folder, code));
        try (Broker broker = Broker.start(folder, settings)) {
            if (parentPid != null) {
                ParentWatch.stopWhenGone(parentPid);
            }
            announce(new Announcement.Ready(settings.bootstrapServers()));
            broker.awaitEnd();
        }
    }

    /** Kafka ends the process by itself when its data cannot be read or written. */
    private void endAbruptly(DataFolder folder, int code) {
        if (code != 0) {
            announce(new Announcement.Failed(
                    FailureReason.FOLDER_CORRUPT,
                    folder.corruptMessage("Kafka gave up on it; see broker.0.log there")));
        }
        Runtime.getRuntime().halt(code == 0 ? 0 : FailureReason.FOLDER_CORRUPT.exitCode());
    }

    private void announce(Announcement announcement) {
        if (announced.compareAndSet(false, true)) {
            announcements.println(announcement.line());
        } else {
            System.err.println(announcement.line());
        }
    }
}
