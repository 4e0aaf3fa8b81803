package io.musemeter.kafka;

import java.util.Optional;

/** What the broker's process says once on standard output: one line, {@code READY} or {@code FAILED}. */
public sealed interface Announcement {

    /** The line. */
    String line();

    /**
     * The broker answers and all topics exist.
     *
     * @param bootstrapServers host and port
     */
    record Ready(String bootstrapServers) implements Announcement {
        @Override
        public String line() {
            return "READY bootstrap=" + bootstrapServers;
        }
    }

    /**
     * The broker did not start and the process ends.
     *
     * @param reason why
     * @param message what a person should do, on one line
     */
    record Failed(FailureReason reason, String message) implements Announcement {
        /** Keeps the message on one line. */
        public Failed {
            message = message.replaceAll("\\s+", " ").strip();
        }

        @Override
        public String line() {
            return "FAILED reason=" + reason + " " + message;
        }
    }

    /** Reads a line; any other line is none of the process's announcements. */
    static Optional<Announcement> parse(String line) {
        if (line.startsWith("READY bootstrap=")) {
            return Optional.of(new Ready(line.substring("READY bootstrap=".length())));
        }
        if (line.startsWith("FAILED reason=")) {
            String[] words = line.substring("FAILED reason=".length()).split(" ", 2);
            return Optional.of(new Failed(FailureReason.valueOf(words[0]), words.length > 1 ? words[1] : ""));
        }
        return Optional.empty();
    }
}
