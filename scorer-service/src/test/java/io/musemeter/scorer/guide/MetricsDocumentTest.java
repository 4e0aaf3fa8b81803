package io.musemeter.scorer.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.events.metrics.MetricCatalogue;
import io.musemeter.events.metrics.MetricSpec;
import io.musemeter.scorer.cohesion.CohesionFamily;
import io.musemeter.scorer.lexical.LexicalFamily;
import io.musemeter.scorer.likelihood.LikelihoodFamily;
import io.musemeter.scorer.likelihood.ReferenceModel;
import io.musemeter.scorer.metric.Family;
import io.musemeter.scorer.semantic.SemanticFamily;
import io.musemeter.scorer.semantic.TextEmbedder;
import io.musemeter.scorer.sentence.OpenNlpSentences;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MetricsDocumentTest {
    private static final String DOCUMENT = Repository.read("docs/metrics.md");

    static List<MetricSpec> catalogue() {
        return MetricCatalogue.all();
    }

    static List<Family<?>> families() {
        OpenNlpSentences sentences = OpenNlpSentences.load();
        return List.of(
                new LikelihoodFamily(new NoModel()),
                new LexicalFamily(),
                new SemanticFamily(new NoEmbedder(), sentences),
                new CohesionFamily(sentences));
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void everyMetricIsDocumentedAsTheCatalogueDeclaresIt(MetricSpec metric) {
        String scale = metric.scale().name().toLowerCase(Locale.ROOT);
        String direction = metric.direction().name().toLowerCase(Locale.ROOT);
        String declared = "### `" + metric.name() + "`\n" + metric.title() + ". " + direction + " "
                + metric.construct() + " · higher: "
                + metric.higher() + " · [" + plain(metric.low()) + ", " + plain(metric.high()) + "] · unit "
                + metric.unit() + " · " + scale + "\n\n- Formula: ";

        assertThat(DOCUMENT).contains(declared);
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void everyMetricSaysWhereItComesFromWhatItIsCheckedWithAndWhatItCosts(MetricSpec metric) {
        String section = section(metric);

        assertThat(List.of("Formula: ", "Source: ", "Oracle: ", "Cost: ", "Unscorable: "))
                .allSatisfy(word -> assertThat(section).containsOnlyOnce(word));
    }

    @Test
    void nothingIsDocumentedThatIsNotDeclared() {
        List<String> documented = Pattern.compile("^### `(\\w+)`$", Pattern.MULTILINE)
                .matcher(DOCUMENT)
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(documented)
                .isEqualTo(catalogue().stream().map(MetricSpec::name).toList());
    }

    @ParameterizedTest
    @MethodSource("families")
    void aFamilyServesExactlyWhatTheCatalogueDeclaresOfIt(Family<?> family) {
        List<String> served =
                family.metrics().stream().map(metric -> metric.spec().name()).toList();
        List<String> declared = catalogue().stream()
                .filter(metric -> metric.family().equals(family.name()))
                .map(MetricSpec::name)
                .toList();

        assertThat(served).containsExactlyInAnyOrderElementsOf(declared);
        assertThat(family.metrics())
                .allSatisfy(metric -> assertThat(metric.evaluatorId().name())
                        .isEqualTo(metric.spec().name()));
    }

    private static String section(MetricSpec metric) {
        String rest = DOCUMENT.substring(DOCUMENT.indexOf("### `" + metric.name() + "`\n") + 1);
        int end = rest.indexOf("\n#");
        return end < 0 ? rest : rest.substring(0, end);
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static final class NoModel implements ReferenceModel {
        @Override
        public String fingerprint() {
            return "none";
        }

        @Override
        public double[] logProbabilities(String text) {
            return new double[0];
        }
    }

    private static final class NoEmbedder implements TextEmbedder {
        @Override
        public String fingerprint() {
            return "none";
        }

        @Override
        public Optional<float[]> embed(String text) {
            return Optional.empty();
        }
    }
}
