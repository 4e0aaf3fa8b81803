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
import io.musemeter.generator.privacy.Redactions;
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
    private final Optional<String> configured;
    private final Path file;
    private final boolean fromStories;
    private final Map<String, String> known = new ConcurrentHashMap<>();
    /** The story each exemplar was, so that erasing one erases the other. */
    private final Map<String, String> keyByStory = new ConcurrentHashMap<>();

    /** Exemplar hashes by the story that is about to become one. */
    private final Map<String, String> intended = new ConcurrentHashMap<>();
    /** Exemplars that Kafka has not acknowledged yet, by the same keys. */
    private final Map<String, Uni<String>> underWay = new ConcurrentHashMap<>();

    /**
     * Kept on disk.
     *
     * @param exemplars exemplar hashes by hash of environment, model and prompt
     * @param stories the same keys by the id of the story that became the exemplar; null in files of earlier builds
     * @param intended exemplar hashes by the id of a story that was about to become one; null likewise
     */
    record Kept(
            Map<String, String> exemplars,
            @Nullable Map<String, String> stories,
            @Nullable Map<String, String> intended) {}

    ProductionExemplars(StoryLog log, GeneratorConfig config) {
        this.log = log;
        this.configured = config.production()
                .exemplar()
                .map(Redactions.of(config.privacy().redact())::apply);
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
        String key = configured.isPresent() ? "configured" : key(story);
        String hash = known.get(key);
        if (hash != null) {
            return Uni.createFrom().item(Stories.comparedWith(story, hash));
        }
        return exemplarFrom(story)
                .map(exemplar -> underWay.computeIfAbsent(key, k -> make(k, exemplar, story))
                        .map(made -> Stories.comparedWith(story, made)))
                .orElseGet(() -> Uni.createFrom().item(story));
    }

    /** One exemplar for all the stories that want one at the same time: the text of the others stays out of the topic. */
    private Uni<String> make(String key, Exemplar exemplar, Story story) {
        String made = known.get(key);
        return made != null
                ? Uni.createFrom().item(made).onTermination().invoke(() -> underWay.remove(key))
                : Uni.createFrom()
                        .voidItem()
                        .invoke(() -> intend(exemplar, story))
                        .chain(() -> log.append(exemplar))
                        .map(acknowledged -> keep(key, exemplar, story))
                        .onTermination()
                        .invoke(() -> underWay.remove(key))
                        .memoize()
                        .indefinitely();
    }

    private Optional<Exemplar> exemplarFrom(Story story) {
        if (configured.isPresent()) {
            return Optional.of(Exemplar.of(configured.get(), Exemplar.Origin.CONFIGURED, story.eventTime()));
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

    /** The hash of the exemplar that a story has become, or was about to become when the service stopped. */
    public synchronized Optional<String> of(String storyId) {
        String key = keyByStory.get(storyId);
        return Optional.ofNullable(key == null ? intended.get(storyId) : known.get(key));
    }

    /** Gives up the exemplar that a story has become, once it is erased, so that another story takes its place. */
    public synchronized void forget(String storyId) {
        of(storyId).ifPresent(this::forgetExemplar);
    }

    /** Gives up an exemplar, once it is erased, wherever it is one: another prompt may have met the same text. */
    public synchronized void forgetExemplar(String exemplarHash) {
        boolean wasIntended = intended.values().removeIf(exemplarHash::equals);
        if (known.values().removeIf(exemplarHash::equals) || wasIntended) {
            keyByStory.values().retainAll(known.keySet());
            save();
        }
    }

    /** Kept before the text is in the topic: from then on erasing the story finds it there, whatever happens in between. */
    private synchronized void intend(Exemplar exemplar, Story story) {
        if (configured.isEmpty()) {
            intended.put(story.storyId(), exemplar.exemplarHash());
            save();
        }
    }

    private synchronized String keep(String key, Exemplar exemplar, Story story) {
        boolean erased = configured.isEmpty() && intended.remove(story.storyId()) == null;
        if (!erased) {
            known.put(key, exemplar.exemplarHash());
            if (configured.isEmpty()) {
                keyByStory.put(story.storyId(), key);
                save();
            }
        }
        return exemplar.exemplarHash();
    }

    private void load() {
        try {
            Kept kept = EventJson.read(Files.readAllBytes(file), Kept.class);
            known.putAll(kept.exemplars());
            keyByStory.putAll(kept.stories() == null ? Map.of() : kept.stories());
            intended.putAll(kept.intended() == null ? Map.of() : kept.intended());
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
            Files.write(
                    next,
                    EventJson.write(
                            new Kept(new TreeMap<>(known), new TreeMap<>(keyByStory), new TreeMap<>(intended))));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("production's exemplars cannot be kept", e);
        }
    }
}
