package io.musemeter.scorer.judge;

import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.UnscorableReason;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A story as its judgements.
 *
 * @param interviews no question is in two of them
 * @param notAsked why nothing was asked, when nothing was
 */
record JudgedStory(List<Interview> interviews, Optional<UnscorableReason> notAsked) {
    private static final ScoreOutcome NO_EXEMPLAR = new ScoreOutcome.Unscorable(UnscorableReason.NO_EXEMPLAR);
    private static final ScoreOutcome NOT_REPEATED = new ScoreOutcome.Unscorable(UnscorableReason.NOT_REPEATED);

    /** Keeps a copy. */
    JudgedStory {
        interviews = List.copyOf(interviews);
    }

    /** A story about which nothing was asked. */
    static JudgedStory notAsked(UnscorableReason why) {
        return new JudgedStory(List.of(), Optional.of(why));
    }

    /** The mean of the marks on a question; without any, why the first time gave none. */
    ScoreOutcome outcome(Question question) {
        if (notAsked.isPresent()) {
            return new ScoreOutcome.Unscorable(notAsked.get());
        }
        Optional<Interview> interview = about(question);
        if (interview.isEmpty()) {
            return NO_EXEMPLAR;
        }
        double[] marks = interview.get().marks(question);
        return marks.length > 0
                ? new ScoreOutcome.Scored(mean(marks))
                : whyNot(interview.get().judgements().get(0));
    }

    /**
     * Standard deviation (n - 1) of the marks on a question, averaged over the questions that need no exemplar: whether one
     * is there is no matter of the judge's.
     */
    ScoreOutcome spread() {
        if (notAsked.isPresent()) {
            return new ScoreOutcome.Unscorable(notAsked.get());
        }
        double[] deviations = Arrays.stream(Question.values())
                .filter(question -> !question.comparesWithExemplar())
                .flatMap(question -> about(question).map(interview -> interview.marks(question)).stream())
                .filter(marks -> marks.length > 1)
                .mapToDouble(JudgedStory::standardDeviation)
                .toArray();
        return deviations.length == 0 ? NOT_REPEATED : new ScoreOutcome.Scored(mean(deviations));
    }

    private Optional<Interview> about(Question question) {
        return interviews.stream()
                .filter(interview -> interview.asked().contains(question))
                .findFirst();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double standardDeviation(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }

    private static ScoreOutcome whyNot(Judgement judgement) {
        if (judgement instanceof Judgement.NoAnswer no) {
            return new ScoreOutcome.Failed(no.kind().code());
        }
        return judgement instanceof Judgement.BudgetExhausted
                ? new ScoreOutcome.Unscorable(UnscorableReason.BUDGET_EXHAUSTED)
                : new ScoreOutcome.Failed(JudgeCallException.Kind.MALFORMED.code());
    }
}
