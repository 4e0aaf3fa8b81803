package io.musemeter.launcher;

import io.musemeter.launcher.process.RunFile;
import io.musemeter.launcher.settings.LocalSettings;
import io.musemeter.launcher.view.SystemView;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Says what runs and what it found. */
@Command(name = "status", description = "Say what runs, and what it found so far.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        LocalSettings settings = Musemeter.settings();
        Map<String, ProcessHandle> alive = new RunFile(settings.data()).alive();
        if (alive.isEmpty()) {
            System.out.println("Nothing runs on " + settings.data() + ". Start it with ./musemeter up");
            return 1;
        }
        alive.forEach((title, process) -> System.out.printf("%-11s running, pid %d%n", title, process.pid()));
        System.out.println("page        " + settings.pageAddress());
        System.out.println("data        " + settings.data());
        System.out.println();
        SystemView.Summary summary = new SystemView(settings).summary();
        System.out.println(summary.sentence());
        summary.verdicts().forEach(verdict -> System.out.println("  " + verdict));
        return 0;
    }
}
