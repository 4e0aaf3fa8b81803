package io.musemeter.aggregator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.musemeter", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {
    @ArchTest
    static final ArchRule COUNTING_KNOWS_NO_KAFKA = noClasses()
            .that()
            .resideInAnyPackage("..aggregator.series..", "..aggregator.stories..", "..aggregator.answer..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "io.quarkus..", "jakarta..", "io.micrometer..");

    @ArchTest
    static final ArchRule TOPOLOGY_KNOWS_NO_QUARKUS = noClasses()
            .that()
            .resideInAnyPackage("..aggregator.topology..", "..aggregator.state..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.quarkus..",
                    "io.smallrye..",
                    "jakarta..",
                    "io.micrometer..",
                    "..aggregator.service..",
                    "..aggregator.api..",
                    "..aggregator.metrics..",
                    "..aggregator.view..");

    @ArchTest
    static final ArchRule OTHER_SERVICES_ARE_UNKNOWN = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.musemeter.generator..", "io.musemeter.scorer..", "io.musemeter.launcher..");
}
