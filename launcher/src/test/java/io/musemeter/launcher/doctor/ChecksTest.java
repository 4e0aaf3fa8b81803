package io.musemeter.launcher.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.launcher.settings.LocalSettings;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksTest {
    @TempDir
    Path root;

    @Test
    void aPortInUseIsWrongAndTheRemedyNamesItsSetting() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            List<Check> checks = checks(Map.of("MUSEMETER_PORT", port));

            assertThat(checks)
                    .contains(new Check.Wrong(
                            "port " + port,
                            "in use by another program",
                            "set MUSEMETER_PORT to a free port, or end that program"));
        }
    }

    @Test
    void aDiskTooSmallForItsBoundIsWrong() throws Exception {
        List<Check> checks = checks(Map.of("MUSEMETER_DISK", "999999G"));

        assertThat(checks)
                .filteredOn(check -> check.subject().equals("disk"))
                .singleElement()
                .isInstanceOf(Check.Wrong.class);
    }

    @Test
    void whatTheDataFolderHoldsCountsTowardsItsBound() throws Exception {
        Path data = Files.createDirectory(root.resolve("held"));
        try (RandomAccessFile sparse = new RandomAccessFile(data.resolve("log").toFile(), "rw")) {
            sparse.setLength(8L << 30);
        }
        long free = Files.getFileStore(data).getUsableSpace() >> 30;

        List<Check> checks = checks(Map.of("MUSEMETER_DATA", data.toString(), "MUSEMETER_DISK", free + 4 + "G"));

        assertThat(checks)
                .filteredOn(check -> check.subject().equals("disk"))
                .singleElement()
                .isInstanceOf(Check.Fine.class);
    }

    @Test
    void aDataFolderBelowAFileIsSaidToBeUnusable() throws Exception {
        Path file = Files.writeString(root.resolve("file"), "");

        List<Check> checks =
                checks(Map.of("MUSEMETER_DATA", file.resolve("data").toString()));

        assertThat(checks)
                .filteredOn(check -> check.subject().equals("disk"))
                .singleElement()
                .isInstanceOf(Check.Wrong.class);
    }

    @Test
    void theJdkThatRunsTheTestsIsFine() throws Exception {
        assertThat(checks(Map.of()))
                .filteredOn(check -> check.subject().equals("Java"))
                .singleElement()
                .isInstanceOf(Check.Fine.class);
    }

    private List<Check> checks(Map<String, String> environment) throws IOException, InterruptedException {
        Map<String, String> all =
                new HashMap<>(Map.of("MUSEMETER_DATA", root.resolve("data").toString()));
        all.putAll(environment);
        return new Checks(LocalSettings.of(root, all)).all();
    }
}
