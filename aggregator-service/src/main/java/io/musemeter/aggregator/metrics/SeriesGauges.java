package io.musemeter.aggregator.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.musemeter.events.correlation.Cell;
import io.musemeter.events.correlation.Coefficient;
import io.musemeter.events.correlation.Correlation;
import io.musemeter.events.correlation.Counts;
import io.musemeter.events.correlation.Window;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The gauges of the series that this instance owns. */
final class SeriesGauges {
    private static final List<String> VERDICTS = List.of(
            "Related",
            "Negligible",
            "NonMonotone",
            "InsufficientVariation",
            "InsufficientData",
            "Degenerate",
            "SelectionThreatened",
            "ManipulationCheck");
    private static final Map<String, String> NAMES = names();
    /** Samples of one answer beside those of its temperatures, and of one temperature; a test counts them. */
    private static final int SAMPLES = 33;

    private static final int SAMPLES_A_TEMPERATURE = 14;

    private final Map<String, MultiGauge> gauges = new LinkedHashMap<>();
    private final Admission admission;
    private Rows rows = Rows.none();

    SeriesGauges(MeterRegistry registry, Admission admission) {
        this.admission = admission;
        NAMES.forEach((name, description) -> gauges.put(
                name, MultiGauge.builder(name).description(description).register(registry)));
    }

    /** Shows these answers and nothing else; returns how many series had no room. */
    int show(List<Correlation> answers) {
        Set<String> admitted = admission.admit(answers);
        Rows next = rows.next();
        LeftOut leftOut = new LeftOut();
        for (Correlation answer : answers) {
            if (admitted.contains(answer.seriesId())) {
                Tags tags = SeriesLabels.of(answer);
                add(next, tags, answer);
                if (answer.window() == Window.ALL) {
                    OverTimeGauges.add(
                            next, SeriesLabels.whole(tags), answer.logarithmic(), answer.overTime(), admission.swaps());
                }
            } else {
                leftOut.add(answer);
            }
        }
        leftOut.addTo(next);
        gauges.forEach((name, gauge) -> gauge.register(next.of(name), false));
        rows = next;
        return leftOut.series();
    }

    /** How many samples one answer has at most; every temperature has its own. */
    static int mostSamples(Correlation answer) {
        return SAMPLES
                + SAMPLES_A_TEMPERATURE * answer.cells().size()
                + (answer.window() == Window.ALL ? OverTimeGauges.SAMPLES : 0);
    }

    private static void add(Rows rows, Tags tags, Correlation answer) {
        Tags scaled = tags.and("scale", answer.logarithmic() ? "log" : "linear");
        withInterval(rows, "musemeter.temperature.slope", scaled, answer.slope());
        rows.add(
                "musemeter.temperature.slope.p",
                tags,
                answer.slope() == null ? null : answer.slope().p());
        rows.add("musemeter.temperature.slope.q", tags, answer.q());
        withInterval(rows, "musemeter.temperature.pearson", tags, answer.pearson());
        withInterval(rows, "musemeter.temperature.spearman", tags, answer.spearman());
        withInterval(rows, "musemeter.temperature.kendall", tags, answer.kendall());
        rows.add("musemeter.temperature.omega.squared", tags, answer.omegaSquared());
        rows.add("musemeter.series.n", tags, answer.n());
        rows.add("musemeter.series.distinct.temperatures", tags, answer.distinctTemperatures());
        rows.add("musemeter.series.as.of.timestamp.seconds", tags, answer.asOf().toEpochMilli() / 1000.0);
        VERDICTS.forEach(kind -> rows.add(
                "musemeter.series.verdict",
                tags.and("kind", kind),
                kind.equals(answer.verdict().kind()) ? 1 : 0));
        addCounts(rows, tags, answer.counts(), answer.expected(), answer.pending());
        rows.add("musemeter.scores.late", tags, answer.counts().late());
        answer.cells()
                .forEach(cell ->
                        add(rows, tags.and("temperature", cell.temperature().toString()), cell));
    }

    /** What became of stories, of one series or of all that have no gauges of their own. */
    static void addCounts(Rows rows, Tags tags, Counts counts, @Nullable Long expected, @Nullable Long pending) {
        rows.add("musemeter.scores", tags.and("outcome", "scored"), counts.scored());
        rows.add("musemeter.scores", tags.and("outcome", "unscorable"), counts.unscorable());
        rows.add("musemeter.scores", tags.and("outcome", "failed"), counts.failed());
        rows.add("musemeter.scores", tags.and("outcome", "sampled_out"), counts.sampledOut());
        rows.add("musemeter.scores.pending", tags, pending);
        rows.add("musemeter.stories.expected", tags, expected);
    }

    private static void add(Rows rows, Tags tags, Cell cell) {
        rows.add("musemeter.metric.mean", tags, cell.mean());
        rows.add("musemeter.metric.sd", tags, cell.sd());
        Double letIn = cell.samplingFraction();
        rows.add("musemeter.metric.sampling.fraction", tags, letIn == null ? Double.valueOf(1) : letIn);
        cell.quantiles()
                .forEach((probability, value) ->
                        rows.add("musemeter.metric.quantile", tags.and("probability", probability), value));
        rows.add("musemeter.metric.stories", tags.and("outcome", "scored"), cell.scored());
        rows.add("musemeter.metric.stories", tags.and("outcome", "unscorable"), cell.unscorable());
        rows.add("musemeter.metric.stories", tags.and("outcome", "failed"), cell.failed());
        rows.add("musemeter.metric.stories", tags.and("outcome", "sampled_out"), cell.sampledOut());
        rows.add("musemeter.metric.stories", tags.and("outcome", "truncated"), cell.truncated());
        rows.add("musemeter.metric.stories", tags.and("outcome", "expected"), cell.expected());
    }

    private static void withInterval(Rows rows, String name, Tags tags, @Nullable Coefficient coefficient) {
        if (coefficient != null) {
            rows.add(name, tags, coefficient.estimate());
            rows.add(name + ".low", tags, coefficient.low());
            rows.add(name + ".high", tags, coefficient.high());
        }
    }

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("musemeter.temperature.slope", "Change of the metric per 1.0 of temperature");
        names.put("musemeter.temperature.slope.low", "Lower end of the slope's 95 % interval");
        names.put("musemeter.temperature.slope.high", "Upper end of the slope's 95 % interval");
        names.put("musemeter.temperature.slope.p", "Two-sided p-value of no slope");
        names.put("musemeter.temperature.slope.q", "The same adjusted for all series of the window");
        names.put("musemeter.temperature.pearson", "Pearson's r; depends on the temperatures sampled");
        names.put("musemeter.temperature.pearson.low", "Lower end of r's 95 % interval");
        names.put("musemeter.temperature.pearson.high", "Upper end of r's 95 % interval");
        names.put("musemeter.temperature.spearman", "Spearman's rho; depends on the temperatures sampled");
        names.put("musemeter.temperature.spearman.low", "Lower end of rho's 95 % interval");
        names.put("musemeter.temperature.spearman.high", "Upper end of rho's 95 % interval");
        names.put("musemeter.temperature.kendall", "Kendall's tau-b");
        names.put("musemeter.temperature.kendall.low", "Lower end of tau-b's 95 % interval");
        names.put("musemeter.temperature.kendall.high", "Upper end of tau-b's 95 % interval");
        names.put("musemeter.temperature.omega.squared", "Share of the variance that temperature explains");
        names.put("musemeter.series.n", "Scores behind the headline figures");
        names.put("musemeter.series.distinct.temperatures", "Temperatures behind the headline figures");
        names.put("musemeter.series.verdict", "1 for the kind of the present verdict");
        names.put("musemeter.series.as.of.timestamp.seconds", "End of the window, seconds since 1970");
        names.put("musemeter.scores", "Stories of the window by outcome");
        names.put("musemeter.scores.pending", "Expected stories without any outcome yet");
        names.put("musemeter.scores.late", "Scores that came too late, since the series began");
        names.put("musemeter.stories.expected", "Stories counted apart from their scores");
        names.put("musemeter.metric.mean", "Mean at one temperature");
        names.put("musemeter.metric.sd", "Standard deviation at one temperature");
        names.put("musemeter.metric.sampling.fraction", "Share of the traffic that the stories were let in from");
        names.put("musemeter.metric.quantile", "Quantile at one temperature");
        names.put("musemeter.metric.stories", "Stories of the window at one temperature, by outcome");
        names.putAll(OverTimeGauges.names());
        return names;
    }
}
