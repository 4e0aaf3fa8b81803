package io.musemeter.generator.provider;

/** The day's budget is used up. */
final class BudgetExhaustedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BudgetExhaustedException() {
        super("the day's budget is used up");
    }
}
