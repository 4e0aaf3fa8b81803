package io.musemeter.scorer.judge;

/** What asking a judge came to. */
sealed interface Judgement {
    /**
     * It answered.
     *
     * @param marks its marks
     */
    record Given(Marks marks) implements Judgement {}

    /** Today's budget does not cover it. */
    record BudgetExhausted() implements Judgement {}

    /**
     * It gave no answer.
     *
     * @param kind what is known of why, at the last attempt
     */
    record NoAnswer(JudgeCallException.Kind kind) implements Judgement {}
}
