package io.musemeter.scorer.judge;

import java.util.List;

/** A language model that can be asked to judge, once. Safe for use by any number of threads. */
public interface JudgeModel {
    /** Its name, for the evaluator's identity. */
    String name();

    /** Hash of every setting that could change an answer. */
    String configurationHash();

    /** An upper bound of the tokens that one call can use, question and answer together. */
    long mostTokens(JudgePrompt prompt);

    /**
     * Asks once.
     *
     * @param seed what the model's draws start from, where it draws at all; another number for each call about one story
     * @throws JudgeCallException when there is no answer, saying what is known of why
     */
    JudgeReply ask(JudgePrompt prompt, List<Question> questions, int seed);
}
