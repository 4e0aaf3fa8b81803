package io.musemeter.scorer.judge;

import io.musemeter.events.EvaluatorId;
import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.metrics.MetricCatalogue;
import io.musemeter.events.metrics.MetricSpec;
import io.musemeter.scorer.metric.Metric;

/** A judge's mark on one question, 1 to 5, more of it being higher; asked several times, the mean of its marks. */
final class JudgedMetric implements Metric<JudgedStory> {
    private final Question question;
    private final EvaluatorId evaluatorId;
    private final JudgeSample sample;

    JudgedMetric(Question question, EvaluatorId evaluatorId, JudgeSample sample) {
        this.question = question;
        this.evaluatorId = evaluatorId;
        this.sample = sample;
    }

    @Override
    public MetricSpec spec() {
        return MetricCatalogue.named(question.metric());
    }

    @Override
    public EvaluatorId evaluatorId() {
        return evaluatorId;
    }

    @Override
    public ScoreOutcome score(JudgedStory story) {
        return story.outcome(question);
    }

    @Override
    public double samplingFraction() {
        return sample.fraction();
    }
}
