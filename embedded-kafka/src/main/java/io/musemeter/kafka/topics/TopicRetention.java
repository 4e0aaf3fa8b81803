package io.musemeter.kafka.topics;

import io.musemeter.events.topics.TopicCatalogue;
import io.musemeter.events.topics.TopicSpec;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long topics keep their records where that is not as {@code topics.yaml} says.
 *
 * @param byTopic retention by topic name
 */
public record TopicRetention(Map<String, Duration> byTopic) {
    /** Every topic as {@code topics.yaml} says. */
    public static final TopicRetention AS_DECLARED = new TopicRetention(Map.of());

    private static final Pattern ENTRY = Pattern.compile("([a-z.-]+)=([0-9]{1,6})([smhd])");
    private static final Duration LONGEST_ROLL = Duration.ofHours(1);
    private static final Duration SHORTEST_ROLL = Duration.ofSeconds(1);

    /**
     * Reads, for example, {@code stories=1h,embeddings=30m}: seconds, minutes, hours or days.
     *
     * @throws IllegalArgumentException naming the entry that cannot be used
     */
    public static TopicRetention parse(String text) {
        Map<String, Duration> byTopic = new TreeMap<>();
        for (String entry : text.isBlank() ? new String[0] : text.split(",")) {
            Matcher matcher = ENTRY.matcher(entry.strip());
            if (!matcher.matches() || Long.parseLong(matcher.group(2)) == 0) {
                throw new IllegalArgumentException(
                        "retention: '" + entry.strip() + "' does not read TOPIC=TIME, such as stories=1h");
            }
            checkCanExpire(matcher.group(1));
            byTopic.put(matcher.group(1), duration(Long.parseLong(matcher.group(2)), matcher.group(3)));
        }
        return new TopicRetention(Map.copyOf(byTopic));
    }

    /** The topic's settings with its retention, and segments that close often enough for it to be kept. */
    public Map<String, String> apply(TopicSpec topic, Map<String, String> config) {
        Duration retention = byTopic.get(topic.name());
        if (retention == null) {
            return config;
        }
        Map<String, String> shortened = new LinkedHashMap<>(config);
        shortened.put("retention.ms", Long.toString(retention.toMillis()));
        // A segment goes as a whole, when its newest record is old enough.
        shortened.put("segment.ms", Long.toString(roll(retention).toMillis()));
        return shortened;
    }

    private static Duration roll(Duration retention) {
        Duration quarter = retention.dividedBy(4);
        if (quarter.compareTo(SHORTEST_ROLL) < 0) {
            return SHORTEST_ROLL;
        }
        return quarter.compareTo(LONGEST_ROLL) > 0 ? LONGEST_ROLL : quarter;
    }

    private static void checkCanExpire(String name) {
        boolean canExpire = TopicCatalogue.all().stream()
                .anyMatch(topic -> topic.name().equals(name) && topic.cleanup().contains("delete"));
        if (!canExpire) {
            throw new IllegalArgumentException("retention: '" + name + "' is no topic whose records expire");
        }
    }

    private static Duration duration(long number, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
