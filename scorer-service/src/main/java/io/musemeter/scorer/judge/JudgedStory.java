package io.musemeter.scorer.judge;

import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.UnscorableReason;
import java.util.List;

/**
 * A story as its judgements, one a repetition.
 *
 * @param judgements in the order of the repetitions; empty when the story was left out of the sample
 * @param asked the questions that were asked
 */
record JudgedStory(List<Judgement> judgements, List<Question> asked) {
    private static final ScoreOutcome SAMPLED_OUT = new ScoreOutcome.Unscorable(UnscorableReason.SAMPLED_OUT);
    private static final ScoreOutcome NO_EXEMPLAR = new ScoreOutcome.Unscorable(UnscorableReason.NO_EXEMPLAR);

    static final JudgedStory LEFT_OUT = new JudgedStory(List.of(), List.of());

    /** One outcome a repetition. */
    List<ScoreOutcome> outcomes(Question question) {
        if (judgements.isEmpty()) {
            return List.of(SAMPLED_OUT);
        }
        if (!asked.contains(question)) {
            return List.of(NO_EXEMPLAR);
        }
        return judgements.stream()
                .map(judgement -> outcome(judgement, question))
                .toList();
    }

    private static ScoreOutcome outcome(Judgement judgement, Question question) {
        if (judgement instanceof Judgement.Given given) {
            return given.marks()
                    .on(question)
                    .<ScoreOutcome>map(ScoreOutcome.Scored::new)
                    .orElseGet(() -> new ScoreOutcome.Failed(JudgeCallException.Kind.MALFORMED.code()));
        }
        if (judgement instanceof Judgement.NoAnswer no) {
            return new ScoreOutcome.Failed(no.kind().code());
        }
        return new ScoreOutcome.Unscorable(UnscorableReason.BUDGET_EXHAUSTED);
    }
}
