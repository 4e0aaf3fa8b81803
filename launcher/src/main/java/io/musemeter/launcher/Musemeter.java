package io.musemeter.launcher;

import io.musemeter.launcher.bench.BenchCommand;
import io.musemeter.launcher.doctor.DoctorCommand;
import io.musemeter.launcher.export.ExportCommand;
import io.musemeter.launcher.produce.ProduceCommand;
import io.musemeter.launcher.replay.ReplayCommand;
import io.musemeter.launcher.rescore.RescoreCommand;
import io.musemeter.launcher.settings.LocalSettings;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;

/** The command {@code musemeter}. */
@Command(
        name = "musemeter",
        description = "What does temperature do to the creativity of your language model?",
        mixinStandardHelpOptions = true,
        versionProvider = BuiltVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            ReplayCommand.class,
            ProduceCommand.class,
            ExportCommand.class,
            RescoreCommand.class,
            BenchCommand.class,
            DoctorCommand.class
        })
public final class Musemeter implements Runnable {
    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls run
    private CommandLine.Model.CommandSpec spec;

    /** Asked for nothing, it says what it can do. */
    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    /** Runs one command and exits with its status: 0 done, 1 not done, 2 asked wrongly. */
    public static void main(String[] arguments) {
        IExecutionExceptionHandler plainMessages = (failure, line, parsed) -> {
            String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
            line.getErr().println("musemeter: " + message);
            return 1;
        };
        System.exit(new CommandLine(new Musemeter())
                .setExecutionExceptionHandler(plainMessages)
                .execute(arguments));
    }

    /** The settings of this invocation: the environment over the defaults. */
    public static LocalSettings settings() {
        return LocalSettings.of(Path.of(System.getProperty("musemeter.root", ".")), System.getenv());
    }
}
