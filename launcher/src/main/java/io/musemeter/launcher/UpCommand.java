package io.musemeter.launcher;

import io.musemeter.launcher.process.DataLock;
import io.musemeter.launcher.process.LocalSystem;
import io.musemeter.launcher.process.RunFile;
import io.musemeter.launcher.settings.LocalSettings;
import io.musemeter.launcher.view.StatusLine;
import io.musemeter.launcher.view.SystemView;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;

/** Starts a local system and stays with it. */
@Command(
        name = "up",
        description = "Start broker and services, print the page's address, and show one line that keeps moving. "
                + "Ctrl-C stops everything; the next up goes on where this one stopped.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        LocalSettings settings = Musemeter.settings();
        Optional<DataLock> lock = DataLock.take(settings.data());
        if (lock.isEmpty()) {
            System.err.println("musemeter: a system runs on " + settings.data() + " already; its page: "
                    + settings.pageAddress() + " (stop it with ./musemeter down)");
            return 1;
        }
        try (DataLock held = lock.get()) {
            Map<String, ProcessHandle> leftOver = new RunFile(settings.data()).alive();
            if (!leftOver.isEmpty()) {
                // Their launcher died without stopping them; it held the lock that is ours now.
                System.out.println(
                        "Stopping what an earlier launcher left running: " + String.join(", ", leftOver.keySet()));
                DownCommand.stop(leftOver);
            }
            return run(settings);
        }
    }

    private static int run(LocalSettings settings) throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        StatusLine line = StatusLine.onTerminalOrPlain();
        LocalSystem system = new LocalSystem(settings, line::message);
        Thread hook = new Thread(() -> {
            interrupted.countDown();
            line.message("Stopping …");
            system.close();
            line.message("Stopped. Data stays in " + settings.data());
            stopped.countDown();
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            line.message("Starting Musemeter, data in " + settings.data());
            system.start();
            line.message("");
            line.message("Musemeter is up: " + settings.pageAddress());
            line.message("Stop it with Ctrl-C or ./musemeter down.");
            SystemView view = new SystemView(settings);
            while (!interrupted.await(1, TimeUnit.SECONDS)) {
                system.keepRunning();
                line.show(view.summary().sentence());
            }
            stopped.await();
            return 0;
        } catch (Exception e) {
            if (interrupted.getCount() == 0) {
                // The person asked to stop while it was starting: that is no failure.
                stopped.await();
                return 0;
            }
            throw e;
        }
    }
}
