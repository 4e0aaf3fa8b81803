package io.musemeter.scorer.pipeline;

import io.musemeter.events.Score;
import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.Story;
import io.musemeter.events.StoryOutcome;
import io.musemeter.events.UnscorableReason;
import io.musemeter.events.embedding.EmbeddingVector;
import io.musemeter.events.embedding.StoryEmbedding;
import io.musemeter.events.metrics.MetricSpec;
import io.musemeter.scorer.exemplars.StoryExemplar;
import io.musemeter.scorer.metric.Family;
import io.musemeter.scorer.metric.Metric;
import io.musemeter.scorer.metric.NotNowException;
import io.musemeter.scorer.metric.ScoringInput;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Every score of one family for one story: exactly one a metric, whatever the story. It throws nothing but {@link
 * NotNowException}.
 *
 * @param <A> the family's analysed form of a story
 */
public final class FamilyScorer<A> {
    private static final Logger LOG = Logger.getLogger(FamilyScorer.class);
    private static final ScoreOutcome NOT_WRITTEN = new ScoreOutcome.Unscorable(UnscorableReason.NOT_WRITTEN);
    private static final ScoreOutcome NO_EXEMPLAR = new ScoreOutcome.Unscorable(UnscorableReason.NO_EXEMPLAR);
    private static final ScoreOutcome EXEMPLAR_MISSING = new ScoreOutcome.Unscorable(UnscorableReason.EXEMPLAR_MISSING);

    private final Family<A> family;

    /** @param family the family */
    public FamilyScorer(Family<A> family) {
        this.family = family;
    }

    /** Whether any metric of the family compares a story with its exemplar. */
    public boolean comparesWithExemplar() {
        return family.metrics().stream().anyMatch(metric -> metric.spec().comparesWithExemplar());
    }

    /** Whether the family places stories in meaning. */
    public boolean embeds() {
        return family.vector().isPresent();
    }

    /** The story's scores, in the order of the family's metrics, and its embedding where the family makes one. */
    public StoryScores score(Story story, StoryExemplar exemplar) {
        if (story.outcome() instanceof StoryOutcome.Written written) {
            Optional<A> analysed = analysed(new ScoringInput(story, written, exemplar.exemplar()));
            List<Score> scores = family.metrics().stream()
                    .map(metric -> signed(story, metric, outcome(metric, analysed, exemplar)))
                    .toList();
            return new StoryScores(scores, analysed.flatMap(known -> embedding(story, known)));
        }
        List<Score> scores = family.metrics().stream()
                .map(metric -> signed(story, metric, NOT_WRITTEN))
                .toList();
        return new StoryScores(scores, Optional.empty());
    }

    private Optional<StoryEmbedding> embedding(Story story, A analysed) {
        try {
            return family.vector()
                    .flatMap(vector -> vector.of(analysed)
                            .map(components ->
                                    StoryEmbedding.of(story, vector.embedder(), EmbeddingVector.of(components))));
        } catch (RuntimeException e) {
            report("embedding", e);
            return Optional.empty();
        }
    }

    private Optional<A> analysed(ScoringInput input) {
        try {
            return Optional.of(family.analyse(input));
        } catch (NotNowException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            report("analysis", e);
            return Optional.empty();
        }
    }

    private ScoreOutcome outcome(Metric<A> metric, Optional<A> analysed, StoryExemplar exemplar) {
        if (metric.spec().comparesWithExemplar() && exemplar.exemplar().isEmpty()) {
            return exemplar instanceof StoryExemplar.Missing ? EXEMPLAR_MISSING : NO_EXEMPLAR;
        }
        if (analysed.isEmpty()) {
            return new ScoreOutcome.Failed("analysis_failed");
        }
        try {
            return onGrid(metric.spec(), metric.score(analysed.get()));
        } catch (RuntimeException | StackOverflowError e) {
            report(metric.spec().name(), e);
            return new ScoreOutcome.Failed("metric_failed");
        }
    }

    private static ScoreOutcome onGrid(MetricSpec spec, ScoreOutcome outcome) {
        if (outcome instanceof ScoreOutcome.Scored scored) {
            double inRange = Math.max(spec.low(), Math.min(spec.high(), scored.value()));
            return new ScoreOutcome.Scored(spec.onGrid(inRange));
        }
        return outcome;
    }

    private static Score signed(Story story, Metric<?> metric, ScoreOutcome outcome) {
        return Score.of(
                sampled(story, metric.samplingFraction()),
                metric.spec().name(),
                metric.evaluatorId(),
                Score.ONCE,
                outcome);
    }

    /** The share of the traffic that is scored: that which was let in, times that which the metric takes of it. */
    private static Story sampled(Story story, double fraction) {
        if (fraction == 1) {
            return story;
        }
        Double letIn = story.samplingFraction();
        return new Story(
                story.storyId(),
                story.environment(),
                story.source(),
                story.model(),
                story.prompt(),
                story.sampler(),
                story.exemplarHash(),
                story.traceId(),
                story.spanId(),
                letIn == null ? fraction : letIn * fraction,
                story.propensity(),
                story.eventTime(),
                story.outcome());
    }

    /** An exception's message may quote the story, so only its kind and place are logged. */
    private void report(String what, Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        LOG.errorf(
                "%s of family %s failed: %s at %s",
                what, family.name(), failure.getClass().getName(), trace.length == 0 ? "?" : trace[0]);
    }
}
