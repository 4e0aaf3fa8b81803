package io.musemeter.kafka.broker;

import io.musemeter.events.topics.TopicCatalogue;
import io.musemeter.events.topics.TopicSpec;
import io.musemeter.kafka.EmbeddedKafkaException;
import io.musemeter.kafka.FailureReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The declared topics that have a folder on disk, whatever the metadata says of them. */
final class TopicsOnDisk {
    /** A partition's folder, or one that Kafka set aside because its metadata did not know the topic. */
    private static final Pattern PARTITION = Pattern.compile("(.+)-\\d+(\\.[^.]*-stray)?");

    private TopicsOnDisk() {}

    static Set<String> in(DataFolder folder) {
        Set<String> declared =
                TopicCatalogue.all().stream().map(TopicSpec::name).collect(Collectors.toSet());
        try (Stream<Path> entries = Files.list(folder.logs())) {
            return entries.map(entry -> PARTITION.matcher(entry.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(matcher -> matcher.group(1))
                    .filter(declared::contains)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new EmbeddedKafkaException(
                    FailureReason.FOLDER_CORRUPT, folder.corruptMessage(String.valueOf(e.getMessage())), e);
        }
    }
}
