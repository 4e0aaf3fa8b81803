package io.musemeter.events;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a series is made of. Nothing is ever merged across a component.
 *
 * @param environment as in {@link Story}
 * @param source as in {@link Story}
 * @param model the model asked for
 * @param promptId as in {@link PromptIdentity}
 * @param promptVersion as in {@link PromptIdentity}
 * @param samplerHash {@link Sampler#hash}: every setting but temperature and seed
 * @param metric the metric's name, lower case with underscores
 * @param evaluatorId what makes the scores
 */
public record SeriesKey(
        String environment,
        Source source,
        String model,
        String promptId,
        String promptVersion,
        String samplerHash,
        String metric,
        EvaluatorId evaluatorId) {
    private static final Pattern METRIC = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    /** @throws InvalidEventException naming the first component that breaks the contract */
    public SeriesKey {
        Require.name(environment, "series.environment");
        Require.present(source, "series.source");
        Require.name(model, "series.model");
        Require.name(promptId, "series.promptId");
        Require.name(promptVersion, "series.promptVersion");
        Require.name(samplerHash, "series.samplerHash");
        if (!METRIC.matcher(Require.present(metric, "series.metric")).matches()) {
            throw new InvalidEventException(
                    "series.metric", "must be lower case with underscores, at most 64 characters");
        }
        Require.present(evaluatorId, "series.evaluatorId");
    }

    /** The series of one metric that a story belongs to. */
    public static SeriesKey of(Story story, String metric, EvaluatorId evaluatorId) {
        return new SeriesKey(
                story.environment(),
                story.source(),
                story.model().name(),
                story.prompt().id(),
                story.prompt().version(),
                story.sampler().hash(),
                metric,
                evaluatorId);
    }

    /** Hash of the canonical form: the key of topics {@code scores} and {@code correlations}. */
    public String seriesId() {
        return Hashes.ofParts(
                List.of(environment, source, model, promptId, promptVersion, samplerHash, metric, evaluatorId));
    }
}
