package io.musemeter.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ChildProcessTest {
    private static final int ENDED_BY_TERM = 128 + 15;

    @Test
    void anInterruptOfTheTerminalIsNotHeardButARequestToStopIs() throws Exception {
        Process child = new ProcessBuilder(ChildProcess.deafToInterrupts(
                        List.of("/bin/sh", "-c", "echo ready; while :; do sleep 0.1; done")))
                .start();
        try {
            assertThat(child.getInputStream().readNBytes(6)).asString().isEqualTo("ready\n");

            signal("INT", child);
            signal("TERM", child);

            assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(child.exitValue()).isEqualTo(ENDED_BY_TERM);
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    void itGivesWayByAsMuchAsItsProgramSays() throws Exception {
        // nice without arguments prints its own niceness.
        assertThat(printed(ChildProcess.givingWay(7, List.of("nice")))).isEqualTo(printed(List.of("nice")) + 7);
        assertThat(printed(ChildProcess.givingWay(0, List.of("nice")))).isEqualTo(printed(List.of("nice")));
    }

    private static int printed(List<String> command) throws IOException {
        Process child = new ProcessBuilder(command).start();
        return Integer.parseInt(new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
    }

    private static void signal(String name, Process to) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(to.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}
