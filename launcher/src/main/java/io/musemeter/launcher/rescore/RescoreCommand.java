package io.musemeter.launcher.rescore;

import io.musemeter.events.topics.Topic;
import io.musemeter.launcher.Musemeter;
import io.musemeter.launcher.process.KafkaCluster;
import io.musemeter.launcher.process.Program;
import io.musemeter.launcher.process.TemporarySystem;
import io.musemeter.launcher.settings.LocalSettings;
import io.musemeter.launcher.view.Progress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scores the stories of the log again, with a scorer of its own. */
@Command(
        name = "rescore",
        description =
                "Score all stories of the log again, with a scorer of its own beside the one that runs: after a new "
                        + "metric, another reference set or other thresholds. The new scores are series of their own, of source "
                        + "replay:NAME.SOURCE, beside the old ones. Interrupted, it goes on where it stopped when asked again.",
        mixinStandardHelpOptions = true)
public final class RescoreCommand implements Callable<Integer> {
    private static final long LOOK_MILLIS = 500;

    @Parameters(paramLabel = "NAME", description = "name of the re-scoring")
    @SuppressWarnings("NullAway.Init") // picocli refuses to run without it
    private String name;

    @Option(
            names = "--families",
            split = ",",
            defaultValue = "likelihood,lexical,semantic,cohesion",
            description = "which score again (${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli gives it its default
    private List<String> families;

    @Override
    public Integer call() throws Exception {
        if (!name.matches("[A-Za-z0-9_-]{1,32}")) {
            System.err.println("musemeter: NAME takes 1 to 32 letters, digits, dashes, underscores");
            return 2;
        }
        LocalSettings settings = Musemeter.settings();
        // Says what to do when no broker is there.
        KafkaCluster.id(settings);
        Map<String, Object> client =
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) settings.bootstrapServers());
        try (Admin admin = Admin.create(client)) {
            return rescore(settings, offsets(admin));
        }
    }

    private RescoreOffsets offsets(Admin admin) {
        List<String> named = families.stream()
                .map(family -> family.strip().toLowerCase(Locale.ROOT))
                .toList();
        String prefix = System.getenv().getOrDefault("MUSEMETER_SCORER_GROUP_PREFIX", "musemeter-scorer");
        return new RescoreOffsets(admin, name, prefix, named, Topic.STORIES.topicName());
    }

    private int rescore(LocalSettings settings, RescoreOffsets offsets) throws Exception {
        Map<TopicPartition, Long> begins = offsets.begins();
        Map<TopicPartition, Long> known = offsets.ends();
        if (!known.isEmpty()
                && RescoreProgress.of(begins, known, offsets.standings()).complete()) {
            System.out.println(name + " is done already; take another name to score again");
            return 0;
        }
        TemporarySystem system = TemporarySystem.onBrokerOf(settings);
        Thread stop = new Thread(system::close);
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            system.start(
                    Program.SCORER,
                    Map.of("MUSEMETER_SCORER_RESCORE", name, "MUSEMETER_SCORER_FAMILIES", String.join(",", families)));
            RescoreProgress end = follow(system, offsets, begins);
            System.out.println(end.total() / families.size() + " stories scored again by " + String.join(", ", families)
                    + ", as source replay:" + name + ".SOURCE of each source, beside the old scores");
            return 0;
        } finally {
            Runtime.getRuntime().removeShutdownHook(stop);
            system.close();
        }
    }

    private static RescoreProgress follow(
            TemporarySystem system, RescoreOffsets offsets, Map<TopicPartition, Long> begins) throws Exception {
        Map<TopicPartition, Long> ends = offsets.ends();
        RescoreProgress progress = RescoreProgress.of(begins, ends, offsets.standings());
        try (ProgressBar bar = Progress.bar("Scoring again", "scored", progress.total())) {
            while (!progress.complete()) {
                system.requireAlive(Program.SCORER);
                bar.stepTo(progress.done());
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
                progress = RescoreProgress.of(begins, ends, offsets.standings());
            }
            bar.stepTo(progress.done());
        }
        return progress;
    }
}
