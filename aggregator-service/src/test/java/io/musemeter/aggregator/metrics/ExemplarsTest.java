package io.musemeter.aggregator.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheus.PrometheusConfig;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exemplars.DefaultExemplarSampler;
import io.prometheus.client.exemplars.tracer.common.SpanContextSupplier;
import io.prometheus.client.exporter.common.TextFormat;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExemplarsTest {
    private static final String EXEMPLAR =
            " # {span_id=\"b7ad6b7169203331\",trace_id=\"0af7651916cd43dd\"} 0.5 1520879607.789";

    @ParameterizedTest
    @ValueSource(strings = {"delay_seconds_bucket{le=\"1.0\"} 3.0", "stories_total 7.0", "stories_total{a=\"}\"} 7.0"})
    void bucketsAndTotalsKeepTheirs(String sample) {
        assertThat(Exemplars.whereAllowed(sample + EXEMPLAR + "\n")).isEqualTo(sample + EXEMPLAR + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delay_seconds_count 3.0",
                "delay_seconds_sum{family=\"judge\"} 3.0 1520879607",
                "g{model=\" # {trace_id=\\\"x\\\"} 1\"} 3.0",
                "g{model=\"} 1 # {\",b=\"\\\\\"} 3.0",
                "g{model=\"_bucket{le=\\\"\"} 3.0",
                "delay_seconds_bucket_count{a=\"\\n# EOF\"} 3.0"
            })
    void othersLoseTheirsAndNothingElse(String sample) {
        assertThat(Exemplars.whereAllowed(sample + EXEMPLAR + "\n")).isEqualTo(sample + "\n");
        assertThat(Exemplars.whereAllowed(sample + "\n")).isEqualTo(sample + "\n");
    }

    @ParameterizedTest
    @CsvSource({"'# TYPE a histogram\n# HELP a b # {c=\"d\"} 1\na_count 1\n# EOF\n'", "'\n'", "''", "'a 1'"})
    void whatIsNoSampleStays(String text) {
        assertThat(Exemplars.whereAllowed(text)).isEqualTo(text);
    }

    /** What the registry of the service writes, in the version in use. */
    @Test
    void theCountOfATracedTimerIsWhatIsCut() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(
                PrometheusConfig.DEFAULT,
                new CollectorRegistry(),
                Clock.SYSTEM,
                new DefaultExemplarSampler(new SpanContextSupplier() {
                    @Override
                    public String getTraceId() {
                        return "0af7651916cd43dd8448eb211c80319c";
                    }

                    @Override
                    public String getSpanId() {
                        return "b7ad6b7169203331";
                    }

                    @Override
                    public boolean isSampled() {
                        return true;
                    }
                }));
        Timer.builder("delay")
                .tag("family", "x # {y}")
                .serviceLevelObjectives(Duration.ofSeconds(1))
                .register(registry)
                .record(Duration.ofMillis(100));

        String written = registry.scrape(TextFormat.CONTENT_TYPE_OPENMETRICS_100);
        String allowed = Exemplars.whereAllowed(written);

        assertThat(written.lines())
                .anyMatch(line -> line.startsWith("delay_seconds_count") && line.contains("trace_id"));
        assertThat(allowed.lines())
                .noneMatch(line -> line.startsWith("delay_seconds_count") && line.contains("trace_id"));
        assertThat(allowed.lines())
                .anyMatch(line -> line.startsWith("delay_seconds_bucket") && line.contains("trace_id"));
        assertThat(allowed.lines()).hasSameSizeAs(written.lines().toList());
    }
}
