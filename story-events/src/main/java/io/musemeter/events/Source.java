package io.musemeter.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** Where stories come from. Live sources go on for ever; finite ones are answered over the window {@code all}. */
public sealed interface Source {

    /** The canonical text, for example {@code replay:paper}. */
    @JsonValue
    String text();

    /** Whether its windows end at its own watermark rather than at the wall clock. */
    boolean finite();

    /** Real users' traffic. */
    record Production() implements Source {
        @Override
        public String text() {
            return "production";
        }

        @Override
        public boolean finite() {
            return false;
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /** The generator's own block-randomised sweep over temperatures. */
    record Sweep() implements Source {
        @Override
        public String text() {
            return "sweep";
        }

        @Override
        public boolean finite() {
            return false;
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /**
     * A finite designed experiment.
     *
     * @param id the study's id
     */
    record Study(String id) implements Source {
        /** @throws InvalidEventException when the id is not letters, digits, dot, dash or underscore */
        public Study {
            SourceNames.check(id);
        }

        @Override
        public String text() {
            return "study:" + id;
        }

        @Override
        public boolean finite() {
            return true;
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /**
     * Stories read from a file or scored again from the log.
     *
     * @param name the replay's name
     */
    record Replay(String name) implements Source {
        /** @throws InvalidEventException when the name is not letters, digits, dot, dash or underscore */
        public Replay {
            SourceNames.check(name);
        }

        @Override
        public String text() {
            return "replay:" + name;
        }

        @Override
        public boolean finite() {
            return true;
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /**
     * Reads the canonical text.
     *
     * @throws InvalidEventException when it is none of {@code production}, {@code sweep}, {@code study:ID}, {@code
     *     replay:NAME}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Source parse(@Nullable String text) {
        String present = Require.present(text, "source");
        if (present.equals("production")) {
            return new Production();
        }
        if (present.equals("sweep")) {
            return new Sweep();
        }
        if (present.startsWith("study:")) {
            return new Study(present.substring("study:".length()));
        }
        if (present.startsWith("replay:")) {
            return new Replay(present.substring("replay:".length()));
        }
        throw new InvalidEventException("source", "is none of production, sweep, study:ID, replay:NAME");
    }
}
