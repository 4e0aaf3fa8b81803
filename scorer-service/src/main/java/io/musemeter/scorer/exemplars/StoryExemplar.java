package io.musemeter.scorer.exemplars;

import io.musemeter.events.Exemplar;
import java.util.Optional;

/** What became of the exemplar a story names. */
public sealed interface StoryExemplar {

    /** The exemplar, when there is one to compare with. */
    Optional<Exemplar> exemplar();

    /** The story names none. */
    record Unnamed() implements StoryExemplar {
        @Override
        public Optional<Exemplar> exemplar() {
            return Optional.empty();
        }
    }

    /**
     * It is there.
     *
     * @param found the exemplar
     */
    record Found(Exemplar found) implements StoryExemplar {
        @Override
        public Optional<Exemplar> exemplar() {
            return Optional.of(found);
        }
    }

    /** It did not come in time. */
    record Missing() implements StoryExemplar {
        @Override
        public Optional<Exemplar> exemplar() {
            return Optional.empty();
        }
    }
}
