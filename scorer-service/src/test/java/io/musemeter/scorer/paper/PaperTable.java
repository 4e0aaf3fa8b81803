package io.musemeter.scorer.paper;

import io.musemeter.events.ScoreOutcome;
import io.musemeter.scorer.cohesion.CohesionFamily;
import io.musemeter.scorer.lexical.LexicalFamily;
import io.musemeter.scorer.likelihood.LikelihoodFamily;
import io.musemeter.scorer.likelihood.ReferenceModel;
import io.musemeter.scorer.metric.Family;
import io.musemeter.scorer.metric.Metric;
import io.musemeter.scorer.oracle.Inputs;
import io.musemeter.scorer.reference.ReferenceSet;
import io.musemeter.scorer.reference.ReferenceStory;
import io.musemeter.scorer.semantic.MiniLmEmbedder;
import io.musemeter.scorer.semantic.SemanticFamily;
import io.musemeter.scorer.semantic.YieldThresholds;
import io.musemeter.scorer.sentence.OpenNlpSentences;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every computed metric that stands for one of the paper's four conditions, against the people's mean ratings of it. */
final class PaperTable {
    private final PaperData data;
    private final List<Row> rows = new ArrayList<>();

    /**
     * One metric against one condition.
     *
     * @param withoutColdest the same without the story at temperature 0.001, which is the exemplar itself
     */
    record Row(String metric, String condition, RankCorrelation all, RankCorrelation withoutColdest) {
        String markdown() {
            return String.format(
                    Locale.ROOT, "| %s | `%s` | %s | %s |", condition, metric, text(all), text(withoutColdest));
        }

        private static String text(RankCorrelation correlation) {
            return String.format(
                    Locale.ROOT,
                    "%.2f [%.2f, %.2f], n = %d",
                    correlation.rho(),
                    correlation.low(),
                    correlation.high(),
                    correlation.n());
        }
    }

    private PaperTable(PaperData data) {
        this.data = data;
    }

    static PaperTable of(PaperData data, ReferenceModel model) {
        Optional<ReferenceSet> reference = Optional.of(new ReferenceSet(data.stories()));
        OpenNlpSentences sentences = OpenNlpSentences.load();
        PaperTable table = new PaperTable(data);
        table.add(new LikelihoodFamily(model));
        table.add(new LexicalFamily(reference));
        try (MiniLmEmbedder embedder = MiniLmEmbedder.load()) {
            table.add(new SemanticFamily(embedder, sentences, reference, YieldThresholds.DEFAULT));
        }
        table.add(new CohesionFamily(sentences));
        table.rows.sort(Comparator.comparing(row -> PaperData.CONDITIONS.indexOf(row.condition())));
        return table;
    }

    List<Row> rows() {
        return rows;
    }

    double ceiling(String condition) {
        return RatingCeiling.of(byStory(condition).values());
    }

    private <A> void add(Family<A> family) {
        Map<String, A> analysed = new TreeMap<>();
        for (ReferenceStory story : data.stories()) {
            analysed.put(story.storyId(), family.analyse(Inputs.of(story.storyId(), story.text(), data.exemplar())));
        }
        for (Metric<A> metric : family.metrics()) {
            if (PaperData.CONDITIONS.contains(metric.spec().construct())) {
                add(metric, analysed);
            }
        }
    }

    private <A> void add(Metric<A> metric, Map<String, A> analysed) {
        String condition = metric.spec().construct();
        List<double[]> all = new ArrayList<>();
        List<double[]> withoutColdest = new ArrayList<>();
        for (ReferenceStory story : data.stories()) {
            if (metric.score(analysed.get(story.storyId())) instanceof ScoreOutcome.Scored scored) {
                double[] pair = {
                    scored.value(), RatingCeiling.mean(byStory(condition).getOrDefault(story.storyId(), List.of()))
                };
                all.add(pair);
                if (story.temperature().asDouble() > 0.01) {
                    withoutColdest.add(pair);
                }
            }
        }
        if (all.size() > 3) {
            rows.add(new Row(metric.spec().name(), condition, correlation(all), correlation(withoutColdest)));
        }
    }

    private Map<String, List<Double>> byStory(String condition) {
        return data.ratings().getOrDefault(condition, Map.of());
    }

    private static RankCorrelation correlation(List<double[]> pairs) {
        return RankCorrelation.of(
                pairs.stream().mapToDouble(pair -> pair[0]).toArray(),
                pairs.stream().mapToDouble(pair -> pair[1]).toArray());
    }
}
