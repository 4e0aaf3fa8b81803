package io.musemeter.scorer.judge;

import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.UnscorableReason;
import java.util.List;
import java.util.Optional;

/**
 * A story as its judgements, one a repetition.
 *
 * @param judgements in the order of the repetitions
 * @param asked the questions that were asked
 * @param notAsked why nothing was asked, when nothing was
 */
record JudgedStory(List<Judgement> judgements, List<Question> asked, Optional<UnscorableReason> notAsked) {
    private static final ScoreOutcome NO_EXEMPLAR = new ScoreOutcome.Unscorable(UnscorableReason.NO_EXEMPLAR);

    /** A story about which nothing was asked. */
    static JudgedStory notAsked(UnscorableReason why) {
        return new JudgedStory(List.of(), List.of(), Optional.of(why));
    }

    /** One outcome a repetition. */
    List<ScoreOutcome> outcomes(Question question) {
        if (notAsked.isPresent()) {
            return List.of(new ScoreOutcome.Unscorable(notAsked.get()));
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
