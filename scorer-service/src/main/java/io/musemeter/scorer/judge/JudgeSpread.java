package io.musemeter.scorer.judge;

import io.musemeter.events.EvaluatorId;
import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.metrics.MetricCatalogue;
import io.musemeter.events.metrics.MetricSpec;
import io.musemeter.scorer.metric.Metric;

/**
 * How far a judge's marks on one story lie apart when it is asked again: the standard deviation of a question's marks,
 * averaged over the questions about the story alone. In marks, [0, 2.83]; 0 for a judge that is always of one mind.
 */
final class JudgeSpread implements Metric<JudgedStory> {
    private static final MetricSpec SPEC = MetricCatalogue.named("judge_spread");

    private final EvaluatorId evaluatorId;
    private final JudgeSample sample;

    JudgeSpread(EvaluatorId evaluatorId, JudgeSample sample) {
        this.evaluatorId = evaluatorId;
        this.sample = sample;
    }

    @Override
    public MetricSpec spec() {
        return SPEC;
    }

    @Override
    public EvaluatorId evaluatorId() {
        return evaluatorId;
    }

    @Override
    public ScoreOutcome score(JudgedStory story) {
        return story.spread();
    }

    @Override
    public double samplingFraction() {
        return sample.fraction();
    }
}
