package io.musemeter.scorer.judge;

import java.util.List;

/**
 * Questions asked together about one story, and what came of it.
 *
 * @param asked the questions
 * @param judgements in the order of the repetitions; not empty
 */
record Interview(List<Question> asked, List<Judgement> judgements) {
    /** The marks on a question, one a repetition that gave any. */
    double[] marks(Question question) {
        return judgements.stream()
                .filter(Judgement.Given.class::isInstance)
                .flatMap(judgement -> ((Judgement.Given) judgement).marks().on(question).stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
    }
}
