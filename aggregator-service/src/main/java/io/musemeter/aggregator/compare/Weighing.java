package io.musemeter.aggregator.compare;

import io.musemeter.aggregator.compare.TradeOff.Axis;
import io.musemeter.aggregator.series.Lengths;
import io.musemeter.events.InvalidEventException;
import io.musemeter.events.correlation.Correlation;
import io.musemeter.events.correlation.StoryGroup;
import io.musemeter.events.correlation.Window;
import io.musemeter.events.metrics.MetricCatalogue;
import io.musemeter.events.metrics.MetricSpec;
import io.musemeter.statistics.choice.BestTemperature;
import io.musemeter.statistics.choice.Goal;
import io.musemeter.statistics.effect.CellMoments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Weighs novelty against coherence.
 *
 * @param filter which series
 * @param novelty metrics of novelty, the first that has a score counts
 * @param coherence metrics of coherence, the first that has a score counts
 * @param goal metric whose best temperature is asked for; null leaves it to creative yield
 * @param higherIsBetter which way the goal points
 */
public record Weighing(
        Predicate<Correlation> filter,
        List<String> novelty,
        List<String> coherence,
        @Nullable String goal,
        boolean higherIsBetter) {
    /** The 0/1 metric of stories that are novel and coherent at once. */
    private static final String YIELD = Lengths.BY_COST;

    private static final double LEVEL = 0.95;
    private static final List<String> NOVELTY =
            List.of("semantic_novelty", "judged_novelty", "ngram_novelty", "edit_distance");
    private static final List<String> COHERENCE =
            List.of("judged_coherence", "sentence_coherence_1", "sentence_coherence_2", "reference_perplexity");

    /**
     * Reads parameters: {@code novelty} and {@code coherence}, which are metrics of that construct, {@code goal}, which is any
     * metric, {@code better}, which is {@code higher} or {@code lower}, and the filters of {@code GET /api/correlations}; without
     * {@code window} it is {@code all}.
     *
     * @throws InvalidEventException naming the parameter that is unknown, given twice or of no possible value
     */
    public static Weighing of(Map<String, ? extends List<String>> parameters) {
        Ask ask = new Ask(parameters, Set.of("novelty", "coherence", "goal", "better"));
        String goal = ask.optional("goal");
        if (goal != null && MetricCatalogue.find(goal).isEmpty()) {
            throw new InvalidEventException("goal", "is not a known metric");
        }
        return new Weighing(
                ask.filter(),
                ofConstruct("novelty", ask.optional("novelty"), NOVELTY),
                ofConstruct("coherence", ask.optional("coherence"), COHERENCE),
                goal,
                higher(ask.optional("better")));
    }

    /** Every group of stories that has a series of novelty, of coherence or of yield. */
    public List<TradeOff> of(List<Correlation> answers) {
        Map<String, List<Correlation>> groups = new TreeMap<>();
        answers.stream()
                .filter(filter)
                .forEach(answer -> groups.computeIfAbsent(
                                StoryGroup.of(answer.series()).groupId() + "|"
                                        + answer.window().text(),
                                g -> new ArrayList<>())
                        .add(answer));
        return groups.values().stream().flatMap(group -> weigh(group).stream()).toList();
    }

    private Optional<TradeOff> weigh(List<Correlation> group) {
        Correlation novel = first(group, novelty).orElse(null);
        Correlation coherent = first(group, coherence).orElse(null);
        Correlation creative = first(group, List.of(YIELD)).orElse(null);
        if (novel == null && coherent == null && creative == null) {
            return Optional.empty();
        }
        Map<String, String> reasons = new HashMap<>();
        missing(reasons, "novelty", novel, novelty);
        missing(reasons, "coherence", coherent, coherence);
        missing(reasons, "yield", creative, List.of(YIELD));
        if (novel != null && coherent != null) {
            Points.tested(novel, coherent)
                    .fold(known -> null, unknown -> reasons.put("surelyBeaten", unknown.detail()));
        }
        StoryGroup stories = StoryGroup.of(group.get(0).series());
        Window window = group.get(0).window();
        return Optional.of(new TradeOff(
                stories.groupId(),
                stories,
                window,
                axis(novel),
                axis(coherent),
                axis(creative),
                Points.of(novel, coherent, creative),
                best(group, reasons),
                SeriesChange.of(novel, coherent, creative, aimed(group).orElse(null)),
                reasons));
    }

    /** The metric whose best temperature is looked for. */
    private String aim() {
        return goal == null ? YIELD : goal;
    }

    private Optional<Correlation> aimed(List<Correlation> group) {
        return first(group, List.of(aim()));
    }

    private TradeOff.@Nullable Best best(List<Correlation> group, Map<String, String> reasons) {
        Correlation answer = aimed(group).orElse(null);
        if (answer == null) {
            reasons.put(
                    "best", goal == null ? "no goal was stated, and there is no creative yield" : "nothing was scored");
            return null;
        }
        List<CellMoments> cells = Curve.of(answer);
        Goal direction = higherIsBetter ? Goal.HIGHEST : Goal.LOWEST;
        return BestTemperature.of(cells, direction, LEVEL)
                .fold(
                        found -> new TradeOff.Best(
                                aim(),
                                higherIsBetter,
                                answer.logarithmic(),
                                found.best(),
                                found.candidates(),
                                options(found, cells),
                                found.sentence(aim(), direction)),
                        unknown -> {
                            reasons.put("best", unknown.detail());
                            return null;
                        });
    }

    private static List<TradeOff.Option> options(BestTemperature found, List<CellMoments> cells) {
        Map<Double, Long> scores = cells.stream().collect(Collectors.toMap(CellMoments::temperature, CellMoments::n));
        return found.options().stream()
                .map(option -> new TradeOff.Option(
                        option.temperature(),
                        option.mean(),
                        option.low(),
                        option.high(),
                        option.candidate(),
                        scores.getOrDefault(option.temperature(), 0L)))
                .toList();
    }

    /** The series with most scores of the first metric that has any. */
    private static Optional<Correlation> first(List<Correlation> group, List<String> metrics) {
        return metrics.stream().flatMap(metric -> most(group, metric).stream()).findFirst();
    }

    private static Optional<Correlation> most(List<Correlation> group, String metric) {
        return group.stream()
                .filter(answer -> answer.series().metric().equals(metric) && answer.n() > 0)
                .max(Comparator.comparingLong(Correlation::n).thenComparing(Correlation::seriesId));
    }

    private static void missing(
            Map<String, String> reasons, String name, @Nullable Correlation found, List<String> metrics) {
        if (found == null) {
            reasons.put(name, "no score of " + String.join(", ", metrics));
        }
    }

    private static @Nullable Axis axis(@Nullable Correlation answer) {
        return answer == null
                ? null
                : new Axis(
                        answer.seriesId(),
                        answer.series().metric(),
                        answer.series().evaluatorId().text(),
                        answer.logarithmic(),
                        lessIsBetter(answer.series().metric()));
    }

    /** Whether a higher value says that there is less of what the metric stands for, as perplexity of coherence. */
    static boolean lessIsBetter(String metric) {
        return MetricCatalogue.find(metric)
                .map(spec -> spec.direction() == MetricSpec.Direction.LESS)
                .orElse(false);
    }

    private static List<String> ofConstruct(String construct, @Nullable String asked, List<String> otherwise) {
        if (asked == null) {
            return otherwise;
        }
        boolean fits = Stream.of(asked)
                .flatMap(name -> MetricCatalogue.find(name).stream())
                .map(MetricSpec::construct)
                .anyMatch(construct::equals);
        if (!fits) {
            throw new InvalidEventException(construct, "is not a metric of " + construct);
        }
        return List.of(asked);
    }

    private static boolean higher(@Nullable String value) {
        if (value == null || value.equals("higher")) {
            return true;
        }
        if (value.equals("lower")) {
            return false;
        }
        throw new InvalidEventException("better", "must be higher or lower");
    }
}
