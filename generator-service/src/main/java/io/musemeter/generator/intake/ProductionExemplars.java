package io.musemeter.generator.intake;

import io.musemeter.events.EventJson;
import io.musemeter.events.Exemplar;
import io.musemeter.events.Hashes;
import io.musemeter.events.InvalidEventException;
import io.musemeter.events.Source;
import io.musemeter.events.Story;
import io.musemeter.events.StoryOutcome;
import io.musemeter.events.Temperature;
import io.musemeter.generator.config.GeneratorConfig;
import io.musemeter.generator.config.ProductionConfig;
import io.musemeter.generator.publish.StoryLog;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Gives production's stories their exemplar: the configured one, or for each environment, model and prompt the first story
 * at a temperature of at most 0.05. It is acknowledged before a story names it.
 */
@ApplicationScoped
public class ProductionExemplars {
    private static final Logger LOG = Logger.getLogger(ProductionExemplars.class);
    private static final Temperature COLD = Temperature.of(0.05);
    /** Models and prompts are finite names; whoever sends more has no exemplar for the rest. */
    private static final int MOST = 10_000;

    private final StoryLog log;
    private final ProductionConfig config;
    private final Path file;
    private final boolean fromStories;
    private final Map<String, String> known = new ConcurrentHashMap<>();
    /** The story each exemplar was, so that erasing one erases the other. */
    private final Map<String, String> keyByStory = new ConcurrentHashMap<>();

    /**
     * Kept on disk.
     *
     * @param exemplars exemplar hashes by hash of environment, model and prompt
     * @param stories the same keys by the id of the story that became the exemplar; null in files of earlier builds
     */
    record Kept(Map<String, String> exemplars, @Nullable Map<String, String> stories) {}

    ProductionExemplars(StoryLog log, GeneratorConfig config) {
        this.log = log;
        this.config = config.production();
        this.fromStories =
                config.production().firstColdStory() && !config.privacy().scoresOnly();
        this.file = config.dataFolder().resolve("production-exemplars.json");
        load();
    }

    /** The story with its exemplar, when it is production's, names none and there is one. */
    public Uni<Story> complete(Story story) {
        if (story.exemplarHash() != null || !(story.source() instanceof Source.Production)) {
            return Uni.createFrom().item(story);
        }
        String key = config.exemplar().isPresent() ? "configured" : key(story);
        String hash = known.get(key);
        if (hash != null) {
            return Uni.createFrom().item(Stories.comparedWith(story, hash));
        }
        return exemplarFrom(story)
                .map(exemplar -> log.append(exemplar)
                        .map(acknowledged -> Stories.comparedWith(story, keep(key, exemplar, story))))
                .orElseGet(() -> Uni.createFrom().item(story));
    }

    private Optional<Exemplar> exemplarFrom(Story story) {
        if (config.exemplar().isPresent()) {
            return Optional.of(Exemplar.of(config.exemplar().get(), Exemplar.Origin.CONFIGURED, story.eventTime()));
        }
        boolean cold = fromStories && story.sampler().temperature().compareTo(COLD) <= 0;
        return cold
                        && known.size() < MOST
                        && story.outcome() instanceof StoryOutcome.Written written
                        && !written.text().isBlank()
                ? Optional.of(Exemplar.of(written.text(), Exemplar.Origin.FIRST_COLD_STORY, story.eventTime()))
                : Optional.empty();
    }

    private static String key(Story story) {
        return Hashes.ofParts(List.of(
                story.environment(),
                story.model().name(),
                story.prompt().id(),
                story.prompt().version()));
    }

    /**
     * Gives up the exemplar that a story has become, so that another story takes its place.
     *
     * @return its hash, where the story is one
     */
    public synchronized Optional<String> forget(String storyId) {
        String key = keyByStory.remove(storyId);
        String hash = key == null ? null : known.remove(key);
        if (hash != null) {
            save();
        }
        return Optional.ofNullable(hash);
    }

    private synchronized String keep(String key, Exemplar exemplar, Story story) {
        String first = known.putIfAbsent(key, exemplar.exemplarHash());
        if (first == null && config.exemplar().isEmpty()) {
            keyByStory.put(story.storyId(), key);
            save();
        }
        return first == null ? exemplar.exemplarHash() : first;
    }

    private void load() {
        try {
            Kept kept = EventJson.read(Files.readAllBytes(file), Kept.class);
            known.putAll(kept.exemplars());
            keyByStory.putAll(kept.stories() == null ? Map.of() : kept.stories());
        } catch (InvalidEventException e) {
            LOG.warnf("Production's exemplars cannot be read (%s); they are chosen anew", e.getMessage());
        } catch (IOException e) {
            LOG.debug("Production has no exemplars yet");
        }
    }

    private void save() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.write(next, EventJson.write(new Kept(new TreeMap<>(known), new TreeMap<>(keyByStory))));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("production's exemplars cannot be kept", e);
        }
    }
}
