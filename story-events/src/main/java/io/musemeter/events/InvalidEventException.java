package io.musemeter.events;

/**
 * An event that breaks the contract. It names the field and the problem, never the offending story text, so its message
 * may be logged, counted and sent to a rejected topic.
 */
public final class InvalidEventException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String problem;

    /**
     * @param field path of the field, for example {@code sampler.temperature}
     * @param problem what is wrong with its value, without the value where it may be story text
     */
    public InvalidEventException(String field, String problem) {
        super(field + ": " + problem);
        this.field = field;
        this.problem = problem;
    }

    /** Path of the field that broke the contract. */
    public String field() {
        return field;
    }

    /** What is wrong with the field's value. */
    public String problem() {
        return problem;
    }
}
