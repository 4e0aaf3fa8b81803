package io.musemeter.generator.otlp;

import io.musemeter.events.InvalidEventException;
import io.musemeter.generator.intake.StoryForm;
import java.util.List;
import java.util.Locale;

/** What a span or log record turns out to be. */
sealed interface Reading {

    /** The result under which it is counted: one of a bounded set. */
    String tag();

    /** Nothing about a model's answer: not for us, and no fault. */
    record NotInference() implements Reading {
        @Override
        public String tag() {
            return "not_inference";
        }
    }

    /**
     * A request to a model that lacks what a story needs.
     *
     * @param fault what it lacks
     */
    record Incomplete(Fault fault) implements Reading {
        @Override
        public String tag() {
            return fault.name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A request to a model with a value that is none.
     *
     * @param problem the attribute at fault
     */
    record Invalid(InvalidEventException problem) implements Reading {
        @Override
        public String tag() {
            return "invalid";
        }
    }

    /**
     * A request to a model and its answers.
     *
     * @param stories one form an answer
     */
    record Answered(List<StoryForm> stories) implements Reading {
        @Override
        public String tag() {
            return "answered";
        }
    }

    /** What a request to a model may lack. */
    enum Fault {
        /** No output messages: the instrumentation has to be told to capture content. */
        NO_CONTENT("no output messages; enable the capture of message content"),
        /** No temperature: the application leaves it to the provider's default. */
        NO_TEMPERATURE("no gen_ai.request.temperature; set it explicitly"),
        /** No model. */
        NO_MODEL("no gen_ai.request.model"),
        /** No trace and span id: it could not be told from itself sent again. */
        NO_IDENTITY("no trace id and span id");

        private final String words;

        Fault(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
