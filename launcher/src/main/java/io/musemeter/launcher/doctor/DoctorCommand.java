package io.musemeter.launcher.doctor;

import io.musemeter.launcher.Musemeter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Looks at the machine and says what to do. */
@Command(
        name = "doctor",
        description = "Check JDK, Maven, ports, disk and stale locks, and say what to do.",
        mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        boolean healthy = true;
        for (Check check : new Checks(Musemeter.settings()).all()) {
            if (check instanceof Check.Fine fine) {
                System.out.printf("ok     %-11s %s%n", fine.subject(), fine.finding());
            } else if (check instanceof Check.Wrong wrong) {
                healthy = false;
                System.out.printf("wrong  %-11s %s%n       → %s%n", wrong.subject(), wrong.finding(), wrong.remedy());
            }
        }
        return healthy ? 0 : 1;
    }
}
